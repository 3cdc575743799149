/** Languages of passages, as a word processor states them for each run. */
import { languageOf, languageOfTitle } from '../../apparatus/language.ts'
import {
  mapPassages,
  passagesOf,
  positionIn,
  type Block,
  type Mark,
  type Note,
  type Passage,
  type Remark,
} from '../../imported-text.ts'
import { quoted, remark } from '../../report/remark.ts'

/** Added to the tag of a language that holds only because nothing else is stated. */
const unchosen = '-x-unchosen'

export const unchosenTag = (tag: string): string => `${tag}${unchosen}`

/**
 * Many files state a language that nobody has chosen: that of the program, or of a template. A language that most of
 * the file or its defaults have is believed only where the words are in it; others unless the words are German.
 */
export function settleLanguages(text: { blocks: Block[]; notes: Note[] }): {
  blocks: Block[]
  notes: Note[]
  remarks: Remark[]
} {
  const passages = [
    ...passagesOf(text.blocks),
    ...text.notes.flatMap(({ blocks }) => passagesOf(blocks)),
  ]
  const most = mostFrequent(passages)
  const remarks: Remark[] = []
  const settle = (passage: Passage): Passage => {
    const marks = passage.marks.flatMap((mark): Mark[] => {
      if (mark.kind !== 'lang') return [mark]
      const kept =
        mark.tag === most || mark.tag.endsWith(unchosen)
          ? doubted(passage.text, mark)
          : stated(passage.text, mark)
      for (const { from, to, tag } of kept) {
        const sentence = `Sprache aus der Datei: ${quoted(passage.text.slice(from, to))} ist \`${tag}\`.`
        remarks.push(remark('languages', positionIn(passage, from), sentence))
      }
      return kept
    })
    return { ...passage, marks }
  }
  return {
    blocks: mapPassages(text.blocks, settle),
    notes: text.notes.map((note) => ({ ...note, blocks: mapPassages(note.blocks, settle) })),
    remarks,
  }
}

/** The language of more than half of the letters. */
function mostFrequent(passages: readonly Passage[]): string | null {
  const lengths = new Map<string, number>()
  let whole = 0
  for (const { text, marks } of passages) {
    whole += text.length
    for (const mark of marks)
      if (mark.kind === 'lang')
        lengths.set(mark.tag, (lengths.get(mark.tag) ?? 0) + mark.to - mark.from)
  }
  return [...lengths].find(([, length]) => length > whole / 2)?.[0] ?? null
}

type LanguageMark = Mark & { kind: 'lang' }

/** A language that somebody chose, unless the words are German; whole paragraphs often have that of a program. */
function stated(text: string, mark: LanguageMark): LanguageMark[] {
  const words = text.slice(mark.from, mark.to)
  const found = languageOfTitle(words)
  if (!/\p{L}/u.test(words) || found === 'de') return []
  const isWhole = words.trim() === text.trim()
  return mark.tag === 'en' && isWhole && found !== 'en' ? [] : [mark]
}

/** The English sentences of a doubted mark; what is between two of them belongs to them unless it is German. */
function doubted(text: string, { tag, ...mark }: LanguageMark): LanguageMark[] {
  if (tag.replace(unchosen, '') !== 'en') return []
  const parts: LanguageMark[] = []
  let continues = false
  const words = text.slice(mark.from, mark.to)
  for (const { index, 0: sentence } of words.matchAll(sentences)) {
    const from = mark.from + index
    const to = from + sentence.trimEnd().length
    if (isEnglish(sentence)) {
      if (continues) parts.at(-1)!.to = to
      else parts.push({ ...mark, tag: 'en', from, to })
      continues = true
    } else if (languageOfTitle(sentence) === 'de') continues = false
  }
  return parts
}

const sentences = /[^.!?:;]*[.!?:;]+[”"“»«’›‹)\]]*\s*|[^.!?:;]+$/gu

/** At least three words, no address. */
const isEnglish = (sentence: string): boolean =>
  languageOf(sentence) === 'en' &&
  (sentence.match(/\p{L}{2,}/gu) ?? []).length > 2 &&
  !/[/=&_@]/.test(sentence)
