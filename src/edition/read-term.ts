import type { PhrasingContent } from 'mdast'
import type { Problem } from './messages.ts'
import type { Term } from './model.ts'
import { parseMarkdown } from './parse.ts'
import remarkLintText from './plugins/remark-lint-text.ts'
import remarkSchemes from './plugins/remark-schemes.ts'
import { readFrontmatter } from './read-frontmatter.ts'
import { termSchema } from './schemas.ts'

export type ReadTerm = Omit<Term, 'occurrences'>

/** One file of content/glossary/. */
export function readTerm(
  path: string,
  source: string,
): { term: ReadTerm | null; problems: Problem[] } {
  const { data, root, problems } = readFrontmatter(path, source, termSchema)
  problems.push(...remarkSchemes(root, path), ...remarkLintText(root, path))
  if (!data) return { term: null, problems }
  const gloss = parseMarkdown(data.gloss)
  remarkSchemes(gloss, path)
  const glossContent = gloss.children.flatMap((node): PhrasingContent[] =>
    node.type === 'paragraph' ? node.children : [],
  )
  const slug = path.replace(/^.*\/|\.md$/g, '')
  return { term: { ...data, slug, path, article: root, glossContent }, problems }
}
