import { german } from '../../apparatus/words.ts'

/** Lower-case word → its spellings in running text and their frequency, without beginnings of sentences. */
export type Spellings = ReadonlyMap<string, ReadonlyMap<string, number>>

export function spellingsOf(text: string): Spellings {
  const spellings = new Map<string, Map<string, number>>()
  for (const [word] of text.matchAll(/(?<=[\p{L}\p{N},;»›] [«‹<*]?)[\p{L}\p{N}]+/gu)) {
    const forms = spellings.get(word.toLowerCase()) ?? new Map<string, number>()
    forms.set(word, (forms.get(word) ?? 0) + 1)
    spellings.set(word.toLowerCase(), forms)
  }
  return spellings
}

export const isCapitals = (text: string): boolean =>
  (text.match(/\p{Lu}/gu)?.length ?? 0) > 1 && !/\p{Ll}/u.test(text)

/**
 * A title in capitals, converted to normal capitalisation. Words are spelt as in the running text, so that nouns are
 * capitalised. `unknown`: words that do not occur there, which are capitalised too.
 */
export function titleFromCapitals(
  title: string,
  spellings: Spellings,
): { text: string; unknown: string[] } {
  const unknown: string[] = []
  const text = title.replace(/[\p{L}\p{N}]+/gu, (word, index: number) => {
    const lower = word.toLowerCase()
    const known = commonest(spellings.get(lower)) ?? (german.has(lower) ? lower : undefined)
    if (!known && /\p{L}/u.test(word)) unknown.push(word)
    const form = known ?? capitalised(word)
    return /\p{L}/u.test(title.slice(0, index)) ? form : form[0]!.toUpperCase() + form.slice(1)
  })
  return { text, unknown }
}

const particles = /^(?:von|van|der|den|de|di|del|della|du|zu|zur|vom|und)$/i

/** A name in capitals, converted to normal capitalisation. */
export function nameFromCapitals(name: string, spellings: Spellings): string {
  return name.replace(/[\p{L}]+/gu, (word, index: number) => {
    const known = commonest(spellings.get(word.toLowerCase()))
    if (known && /^\p{Lu}.*\p{Ll}/u.test(known)) return known
    return index > 0 && particles.test(word) ? word.toLowerCase() : capitalised(word)
  })
}

const capitalised = (word: string): string => word[0]! + word.slice(1).toLowerCase()

function commonest(forms: ReadonlyMap<string, number> | undefined): string | undefined {
  return [...(forms ?? [])].sort((a, b) => b[1] - a[1])[0]?.[0]
}
