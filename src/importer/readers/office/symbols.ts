/** Characters of fonts that have their own code: Symbol, and what is used of the Wingdings. */

/** From 0x20 on; spaces stand for what has no character of its own. */
const symbol =
  ' !∀#∃%&∋()∗+,−./0123456789:;<=>?≅ΑΒΧΔΕΦΓΗΙϑΚΛΜΝΟΠΘΡΣΤΥςΩΞΨΖ[∴]⊥_ αβχδεφγηιϕκλμνοπθρστυϖωξψζ{|}∼'
const symbolUpper = '€ϒ′≤⁄∞ƒ♣♦♥♠↔←↑→↓°±″≥×∝∂•÷≠≡≈… ―↵ℵℑℜ℘⊗⊕∅∩∪⊃⊇⊄⊂⊆∈∉∠∇®©™∏√⋅¬∧∨⇔⇐⇑⇒⇓◊〈®©™∑'

const wingdings: Readonly<Record<number, string>> = {
  0x21: '✏',
  0x28: '☎',
  0x2a: '✉',
  0x46: '☞',
  0x4a: '☺',
  0x4c: '☹',
  0x6c: '●',
  0x6e: '■',
  0x6f: '□',
  0x71: '❑',
  0x75: '◆',
  0x76: '❖',
  0x77: '◆',
  0x9f: '•',
  0xa7: '▪',
  0xa8: '◻',
  0xb7: '•',
  0xd8: '➢',
  0xdf: '←',
  0xe0: '→',
  0xe1: '↑',
  0xe2: '↓',
  0xe8: '➔',
  0xf0: '⇨',
  0xfb: '✗',
  0xfc: '✓',
  0xfd: '☒',
  0xfe: '☑',
}

export const isSymbolFont = (font: string | undefined): boolean =>
  /^(?:symbol|wingdings)/i.test(font ?? '')

/** The character of a symbol font as Unicode; null if it has none. */
export function symbolCharacter(font: string, code: number): string | null {
  const own = code >= 0xf000 && code <= 0xf0ff ? code - 0xf000 : code
  if (/^symbol/i.test(font)) {
    const found = own >= 0xa0 ? symbolUpper[own - 0xa0] : symbol[own - 0x20]
    return found === undefined || (found === ' ' && own !== 0x20) ? null : found
  }
  if (/^wingdings$/i.test(font)) return wingdings[own] ?? (own === 0x20 ? ' ' : null)
  return code < 0xe000 || code > 0xf8ff ? String.fromCodePoint(code) : null
}
