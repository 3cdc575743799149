import { foldWord } from '../../contract/folding.ts'
import type { Text, Work } from '../model/model.ts'

/** Fields in which editors write to themselves; all others are data of the work. */
const privateFields = ['note', 'annote', 'abstract', 'keyword', 'custom'] as const

/** „Daten: Anm. 3 von ‹Titel›“, as the importer writes it. */
const sources = /(?<![\p{L}])von [‹«„]([^›»“]+)[›»“]/gu

type Named = Pick<Text, 'title' | 'author' | 'slug'>

/**
 * The works without the notes that name a text which the edition does not have: one that is left out, or one from which
 * the importer read the work, wherever that may lie.
 */
export function withoutPrivateNotes(
  works: readonly Work[],
  texts: readonly Named[],
  leftOut: readonly Named[],
): Work[] {
  const titles = new Set(texts.map(({ title }) => foldWord(title)))
  const hidden = leftOut
    .flatMap(({ title, author, slug }) => [title, slug, ...author])
    .map(foldWord)
    .filter((name) => name !== '' && !titles.has(name))
  const namesLeftOut = (words: string) => {
    const folded = foldWord(words)
    return (
      hidden.some((name) => folded.includes(name)) ||
      [...words.matchAll(sources)].some(([, title]) => !titles.has(foldWord(title!)))
    )
  }
  return works.map((work) => {
    const naming = privateFields.filter(
      (field) => field in work && namesLeftOut(JSON.stringify(work[field])),
    )
    if (naming.length === 0) return work
    const kept = { ...work }
    for (const field of naming) delete kept[field]
    return kept
  })
}
