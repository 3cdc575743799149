import type { Problem } from './messages.ts'
import type { EditorialPage } from './model.ts'
import remarkLintText from './plugins/remark-lint-text.ts'
import remarkSchemes from './plugins/remark-schemes.ts'
import remarkSections from './plugins/remark-sections.ts'
import { readFrontmatter } from './read-frontmatter.ts'
import { pageSchema } from './schemas.ts'

/** One file of content/pages/. */
export function readPage(
  path: string,
  source: string,
): { page: EditorialPage | null; problems: Problem[] } {
  const { data, root, problems } = readFrontmatter(path, source, pageSchema)
  problems.push(...remarkSchemes(root, path), ...remarkLintText(root, path))
  problems.push(...remarkSections(root, path))
  const slug = path.replace(/^.*\/|\.md$/g, '')
  return { page: data && { ...data, slug, path, tree: root }, problems }
}
