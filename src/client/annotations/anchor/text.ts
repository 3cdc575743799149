import { wordsIn, type Word } from './alike.ts'
import { lettersOf, type Letters } from './letters.ts'

/** The wording of a text, paragraph by paragraph, as the page has it now. */
export interface Wordings {
  /** Whether the text has a ledger, by which its paragraphs keep their numbers in all versions. */
  isNumbered: boolean
  /** In the order of the text. */
  ids: readonly string[]
  /** Null where the text has no such paragraph or note. */
  wording: (id: string) => string | null
  words: (id: string) => readonly Word[]
  letters: (id: string) => Letters
}

/** `wording`: asked for each paragraph at most once, and only when it is needed. */
export function readWordings(
  ids: readonly string[],
  wording: (id: string) => string | null,
  isNumbered = false,
): Wordings {
  const read = onceFor(wording)
  return {
    isNumbered,
    ids,
    wording: read,
    words: onceFor((id) => wordsIn(read(id) ?? '')),
    letters: onceFor((id) => lettersOf(read(id) ?? '')),
  }
}

/** What is made of a paragraph, made once. */
function onceFor<T>(make: (id: string) => T): (id: string) => T {
  const made = new Map<string, T>()
  return (id) => {
    if (!made.has(id)) made.set(id, make(id))
    return made.get(id)!
  }
}

export function wordingsOf(
  paragraphs: readonly { id: string; text: string }[],
  isNumbered?: boolean,
): Wordings {
  const texts = new Map(paragraphs.map(({ id, text }) => [id, text]))
  return readWordings([...texts.keys()], (id) => texts.get(id) ?? null, isNumbered)
}
