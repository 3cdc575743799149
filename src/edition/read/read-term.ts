import type { PhrasingContent } from 'mdast'
import type { Term } from '../model/model.ts'
import { parseMarkdown } from '../../markdown/parse.ts'
import { unparsedMarkup } from '../transforms/unparsed-markup.ts'
import { lintText } from '../transforms/lint-text.ts'
import { misplacedNotes } from '../transforms/misplaced-notes.ts'
import { readSchemes } from '../transforms/schemes.ts'
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
  problems.push(...unfit, ...unparsedMarkup(root, path, source))
  problems.push(...readSchemes(root, path), ...lintText(root, path))
  problems.push(...misplacedNotes(root, path))
  if (!data) return { data, problems, at }
  const gloss = parseMarkdown(data.gloss)
  const inGloss = [...readSchemes(gloss, path), ...lintText(gloss, path)]
  problems.push(...inGloss.map((found) => ({ ...found, ...at(['gloss']) })))
  const glossContent = gloss.children.flatMap((node): PhrasingContent[] =>
    node.type === 'paragraph' ? node.children : [],
  )
  const glossWording = wordingOf(gloss)
  return { data: { ...data, slug, path, article: root, glossContent, glossWording }, problems, at }
}
