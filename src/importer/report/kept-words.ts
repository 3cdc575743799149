/** All words that arrive in an imported text, or that the report names as left out. */
import {
  allBlocks,
  passagesOf,
  type Block,
  type ImportedText,
  type Passage,
  type Remark,
} from '../imported-text.ts'

export function keptWords(text: ImportedText, remarks: readonly Remark[]): string[] {
  const blocks = [...text.blocks, ...text.notes.flatMap((note) => note.blocks)]
  return [
    ...passagesOf(blocks).map(wordsOf),
    ...alternativesIn(blocks),
    ...headWords(text, remarks),
    ...remarks.flatMap(({ leftOut, topic, text: said }) => {
      if (leftOut !== undefined) return [leftOut]
      return topic === 'dropped' ? quotedIn(said) : []
    }),
  ]
}

/** The signs of a formula are no part of the words beside it. */
function wordsOf({ text, marks }: Passage): string {
  const formulas = marks.filter(({ kind }) => kind === 'formula')
  return formulas
    .toSorted((a, b) => b.from - a.from)
    .reduce(
      (words, { from, to }) =>
        `${words.slice(0, from)} ${words.slice(from, to)} ${words.slice(to)}`,
      text,
    )
}

const alternativesIn = (blocks: readonly Block[]): string[] =>
  [...allBlocks(blocks)].flatMap((block) =>
    block.kind === 'figure' && block.alternative !== null ? [block.alternative] : [],
  )

/** Title and authors, or what remarks say that they were read from: „Prof. Dr. Anna Berg“. */
function headWords({ head }: ImportedText, remarks: readonly Remark[]): string[] {
  const own = [head.title, head.subtitle ?? '', ...head.authors].join(' ')
  const said = remarks.flatMap(({ topic, text }) => (topic === 'head' ? quotedIn(text) : []))
  const words = (text: string) => text.toLowerCase().match(/[\p{L}\p{Nd}\p{M}]+/gu) ?? []
  const waiting = new Map<string, number>()
  for (const word of words(own)) waiting.set(word, (waiting.get(word) ?? 0) + 1)
  const more = words(said.join(' ')).filter((word) => {
    const count = waiting.get(word) ?? 0
    waiting.set(word, count - 1)
    return count <= 0
  })
  return [own, more.join(' ')]
}

/** From the first quotation mark to the last; there may be others between them. */
const quotedIn = (sentence: string): string[] => /„(.*)“/s.exec(sentence)?.slice(1) ?? []
