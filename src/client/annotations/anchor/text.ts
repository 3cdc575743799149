import { wordsIn, type Word } from './alike.ts'

/** The wording of a text, paragraph by paragraph, as the page has it now. */
export interface Wordings {
  /** Whether the text has a ledger, by which its paragraphs keep their numbers in all versions. */
  isNumbered: boolean
  /** In the order of the text. */
  ids: readonly string[]
  /** Null where the text has no such paragraph or note. */
  wording: (id: string) => string | null
  words: (id: string) => readonly Word[]
}

/** `wording`: asked for each paragraph at most once, and only when it is needed. */
export function readWordings(
  ids: readonly string[],
  wording: (id: string) => string | null,
  isNumbered = false,
): Wordings {
  const texts = new Map<string, string | null>()
  const words = new Map<string, Word[]>()
  const read = (id: string) => {
    const known = texts.get(id)
    if (known !== undefined) return known
    const text = wording(id)
    texts.set(id, text)
    return text
  }
  return {
    isNumbered,
    ids,
    wording: read,
    words: (id) => {
      const split = words.get(id) ?? wordsIn(read(id) ?? '')
      words.set(id, split)
      return split
    },
  }
}

export function wordingsOf(
  paragraphs: readonly { id: string; text: string }[],
  isNumbered?: boolean,
): Wordings {
  const texts = new Map(paragraphs.map(({ id, text }) => [id, text]))
  return readWordings([...texts.keys()], (id) => texts.get(id) ?? null, isNumbered)
}
