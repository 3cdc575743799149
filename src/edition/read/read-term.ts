import type { Term } from '../model/model.ts'
import { unparsedMarkup } from '../transforms/unparsed-markup.ts'
import { lintText } from '../transforms/lint-text.ts'
import { misplacedNotes } from '../transforms/misplaced-notes.ts'
import { readSchemes } from '../transforms/schemes.ts'
import type { Reading } from './read-data.ts'
import { readFrontmatter } from './read-frontmatter.ts'
import { readGloss } from './read-gloss.ts'
import { readSlug } from './read-slug.ts'
import { termSchema } from '../model/schemas.ts'

export type ReadTerm = Omit<Term, 'occurrences'>

/** One file of content/glossary/. */
export function readTerm(path: string, source: string): Reading<ReadTerm> {
  const { data, root, problems, at } = readFrontmatter(path, source, termSchema)
  const { slug, problems: unfit } = readSlug(path)
  problems.push(...unfit, ...unparsedMarkup(root, path, source))
  problems.push(...readSchemes(root, path), ...lintText(root, path))
  problems.push(...misplacedNotes(root, path))
  if (!data) return { data, problems, at }
  const gloss = readGloss(data.gloss, path, (index) => at(['gloss'], index))
  problems.push(...gloss.problems)
  const { glossContent, glossWording } = gloss
  return { data: { ...data, slug, path, article: root, glossContent, glossWording }, problems, at }
}
