import type { Piece } from '../contract/reference.ts'

/** Placeholder for the address while citeproc runs, so that citeproc does not change it. */
export const ADDRESS = '\uE000'
/** Placeholder for the locator. */
export const LOCATOR = '\uE001'
/** Placeholder for the last entry of a list of names that is cut off, which has no comma before it. */
export const OTHERS = '\uE002'

// citeproc rewrites quotation marks and apostrophes, so they are replaced by private-use characters meanwhile.
const MARKS = '’«»‹›'
const SHIELD = 0xe010

/** Replaces quotation marks and apostrophes by placeholders; a straight apostrophe becomes a typographic one. */
export function shield(text: string): string {
  return text
    .replace(/'/g, '’')
    .replace(/[’«»‹›]/g, (mark) => String.fromCharCode(SHIELD + MARKS.indexOf(mark)))
}

function unshield(text: string): string {
  return text.replace(/[\uE010-\uE014]/g, (mark) => MARKS[mark.charCodeAt(0) - SHIELD] ?? mark)
}

/** What replaces the placeholders for address and locator. */
export interface Inserts {
  address: Piece | null
  locator: string
}

/** Parses citeproc's HTML: keeps italics, takes only the text of all other elements. */
export function toPieces(html: string, inserts: Inserts): Piece[] {
  const pieces: Piece[] = []
  const styles: boolean[] = []
  for (const token of html.split(/(<[^>]*>|\uE000)/)) {
    const italic = styles.at(-1) ?? false
    if (token === ADDRESS) {
      if (inserts.address) pieces.push(inserts.address)
    } else if (token.startsWith('</')) styles.pop()
    else if (token.startsWith('<')) {
      styles.push(token === '<i>' || (italic && !token.includes('font-style:normal')))
    } else append(pieces, decode(token).replaceAll(LOCATOR, inserts.locator), italic)
  }
  return pieces
}

function decode(text: string): string {
  const plain = text.replace(/&#(\d+);/g, (_, code: string) => String.fromCodePoint(Number(code)))
  return unshield(plain.replace(/[,;]? ?\uE002/g, ' u. a.'))
}

function append(pieces: Piece[], text: string, italic: boolean): void {
  if (text === '') return
  const last = pieces.at(-1)
  if (last && !last.href && (last.italic ?? false) === italic) last.text += text
  else pieces.push(italic ? { text, italic } : { text })
}
