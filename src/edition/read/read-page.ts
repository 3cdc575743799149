import type { EditorialPage } from '../model/model.ts'
import { unparsedMarkup } from '../transforms/unparsed-markup.ts'
import { lintText } from '../transforms/lint-text.ts'
import { misplacedNotes } from '../transforms/misplaced-notes.ts'
import { readSchemes } from '../transforms/schemes.ts'
import { nestSections } from '../transforms/sections.ts'
import type { Reading } from './read-data.ts'
import { readFrontmatter } from './read-frontmatter.ts'
import { readSlug } from './read-slug.ts'
import { pageSchema } from '../model/schemas.ts'

/** One file of content/pages/. */
export function readPage(path: string, source: string): Reading<EditorialPage> {
  const { data, root, problems, at } = readFrontmatter(path, source, pageSchema)
  const { slug, problems: unfit } = readSlug(path)
  problems.push(...unfit, ...unparsedMarkup(root, path, source))
  problems.push(...readSchemes(root, path), ...lintText(root, path))
  problems.push(...misplacedNotes(root, path), ...nestSections(root, path))
  return { data: data && { ...data, slug, path, tree: root }, problems, at }
}
