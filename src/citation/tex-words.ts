/** Words of TeX in the letters that they stand for. */
const accents: Readonly<Record<string, string>> = {
  '"': '\u0308',
  "'": '\u0301',
  '`': '\u0300',
  '^': '\u0302',
  '~': '\u0303',
  c: '\u0327',
  v: '\u030C',
  '=': '\u0304',
  '.': '\u0307',
  r: '\u030A',
  H: '\u030B',
  u: '\u0306',
  k: '\u0328',
  d: '\u0323',
  b: '\u0331',
}
const letters: Readonly<Record<string, string>> = {
  ss: 'ß',
  o: 'ø',
  O: 'Ø',
  ae: 'æ',
  AE: 'Æ',
  aa: 'å',
  l: 'ł',
  L: 'Ł',
  i: 'i',
}

/** Without braces and commands of TeX. */
export const plain = (text: string): string =>
  text
    .replace(
      /\\(["'`^~=.])\s*\{?\\?([A-Za-z])\}?|\\([cvrHukdb])\s*\{\\?([A-Za-z])\}/g,
      (_, a, b, c, d) => `${b ?? d}${accents[a ?? c]}`,
    )
    .replace(
      /\\(ss|ae|AE|aa|[oOlLi])(?![A-Za-z])\s?(?:\{\})?/g,
      (_, name: string) => letters[name]!,
    )
    .replace(/\\([&%$#_{}])/g, '\u0000$1')
    .replace(/\\l?dots(?![A-Za-z])(?:\{\})?/g, '…')
    .replace(/---/g, '—')
    .replace(/--/g, '–')
    .replace(/``/g, '“')
    .replace(/''/g, '”')
    .replace(/\\[A-Za-z]+\s?/g, '')
    .replace(/(?<!\u0000)[{}]/g, '')
    .replace(/\u0000/g, '')
    .replace(/~/g, ' ')
    .replace(/\s+/g, ' ')
    .normalize('NFC')
    .trim()
