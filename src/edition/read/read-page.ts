import type { EditorialPage } from '../model/model.ts'
import remarkLeftovers from '../transforms/unparsed-markup.ts'
import remarkLintText from '../transforms/lint-text.ts'
import remarkNoNotes from '../transforms/no-notes.ts'
import remarkSchemes from '../transforms/schemes.ts'
import remarkSections from '../transforms/sections.ts'
import type { Reading } from './read-data.ts'
import { readFrontmatter } from './read-frontmatter.ts'
import { readSlug } from './read-slug.ts'
import { pageSchema } from '../model/schemas.ts'

/** One file of content/pages/. */
export function readPage(path: string, source: string): Reading<EditorialPage> {
  const { data, root, problems, at } = readFrontmatter(path, source, pageSchema)
  const { slug, problems: unfit } = readSlug(path)
  problems.push(...unfit, ...remarkLeftovers(root, path, source))
  problems.push(...remarkSchemes(root, path), ...remarkLintText(root, path))
  problems.push(...remarkNoNotes(root, path), ...remarkSections(root, path))
  return { data: data && { ...data, slug, path, tree: root }, problems, at }
}
