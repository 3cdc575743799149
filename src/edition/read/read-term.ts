import type { PhrasingContent } from 'mdast'
import type { Term } from '../model/model.ts'
import { parseMarkdown } from '../../markdown/parse.ts'
import remarkLeftovers from '../transforms/unparsed-markup.ts'
import remarkLintText from '../transforms/lint-text.ts'
import remarkNoNotes from '../transforms/no-notes.ts'
import remarkSchemes from '../transforms/schemes.ts'
import type { Reading } from './read-data.ts'
import { readFrontmatter } from './read-frontmatter.ts'
import { readSlug } from './read-slug.ts'
import { termSchema } from '../model/schemas.ts'
import { wordingOf } from '../../markdown/wording.ts'

export type ReadTerm = Omit<Term, 'occurrences'>

/** One file of content/glossary/. */
export function readTerm(path: string, source: string): Reading<ReadTerm> {
  const { data, root, problems, at } = readFrontmatter(path, source, termSchema)
  const { slug, problems: unfit } = readSlug(path)
  problems.push(...unfit, ...remarkLeftovers(root, path, source))
  problems.push(...remarkSchemes(root, path), ...remarkLintText(root, path))
  problems.push(...remarkNoNotes(root, path))
  if (!data) return { data, problems, at }
  const gloss = parseMarkdown(data.gloss)
  const inGloss = [...remarkSchemes(gloss, path), ...remarkLintText(gloss, path)]
  problems.push(...inGloss.map((found) => ({ ...found, ...at(['gloss']) })))
  const glossContent = gloss.children.flatMap((node): PhrasingContent[] =>
    node.type === 'paragraph' ? node.children : [],
  )
  const glossWording = wordingOf(gloss)
  return { data: { ...data, slug, path, article: root, glossContent, glossWording }, problems, at }
}
