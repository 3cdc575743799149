import type { CharacterRange } from '../../../contract/locator.ts'

/**
 * What of a text says something: letters and digits, and the signs that are words of their own. Without spaces, hyphens,
 * quotation marks and commas, with „ss“ for „ß“.
 */
export interface Letters {
  letters: string
  /** Where in the text each letter stands. */
  at: readonly number[]
  /** Which letters stand behind a hyphen: without it they may be small. */
  joined: ReadonlySet<number>
}

const telling = /[\p{L}\p{M}\p{N}*_\p{Sm}\p{Sc}%‰§°]/gu

export function lettersOf(text: string): Letters {
  let letters = ''
  const at: number[] = []
  const joined = new Set<number>()
  let end = 0
  for (const { 0: sign, index } of text.matchAll(telling)) {
    const between = text.slice(end, index)
    const before = between && signIn(between, letters.at(-1) ?? '', text.slice(index, index + 4))
    if (/^[-‐‑]$/.test(between)) joined.add(letters.length)
    end = index + sign.length
    const said = before + (sign === 'ß' ? 'ss' : sign === '_' ? '*' : sign)
    letters += said
    for (let i = 0; i < said.length; i++) at.push(index)
  }
  return { letters, at, joined }
}

/**
 * What signs between two letters or digits say: `,` and `–` between the digits of numbers, `−` before one, `*` in
 * „Leser:innen“; nothing else, not even the point or space between thousands.
 */
function signIn(between: string, before: string, behind: string): string {
  if (between === ':' && /\p{L}/u.test(before) && /^\p{L}/u.test(behind)) return '*'
  if (!/^\p{N}/u.test(behind)) return ''
  if (!/\p{N}/u.test(before)) return /(?:^|\s)[-–]$/.test(between) ? '−' : ''
  if (/^[.\s’']$/.test(between) && /^\d{3}(?!\d)/.test(behind)) return ''
  return /^[.,]$/.test(between) ? ',' : /^\s*[-–]\s*$/.test(between) ? '–' : ' '
}

/** Where words stand in a paragraph by their letters, with the signs at their ends if they had such. */
export function rangesOfLetters(
  words: string,
  id: string,
  text: string,
  all: Letters,
): CharacterRange[] {
  const wanted = lettersOf(words)
  const [small, smallAll] = [wanted, all].map(({ letters }) => letters.toLowerCase())
  const last = wanted.letters.length - 1
  const ranges: CharacterRange[] = []
  if (last < 0) return ranges
  for (
    let from = smallAll!.indexOf(small!);
    from >= 0;
    from = smallAll!.indexOf(small!, from + 1)
  ) {
    const isSame = wanted.at.every(
      (_, i) =>
        wanted.letters[i] === all.letters[from + i] ||
        wanted.joined.has(i) ||
        all.joined.has(from + i),
    )
    if (!isSame) continue
    const [start, end] = [all.at[from]!, all.at[from + last]! + 1]
    const head = wanted.at[0] ? signs(text.slice(0, start), /[^\p{L}\p{N}\s]*$/u) : 0
    const tail =
      wanted.at[last]! + 1 < words.length ? signs(text.slice(end), /^[^\p{L}\p{N}\s]*/u) : 0
    ranges.push({ id, start: start - head, end: end + tail })
  }
  return ranges
}

const signs = (text: string, pattern: RegExp) => pattern.exec(text)![0].length
