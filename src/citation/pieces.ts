import type { Piece } from '../contract/reference.ts'

/** Stands for the address while citeproc works, so that it neither reads nor alters it. */
export const ADDRESS = '\uE000'
/** Stands for the locator likewise. */
export const LOCATOR = '\uE001'
/** Stands for the end of a list of names that is cut off, which takes no comma before it. */
export const OTHERS = '\uE002'

// citeproc rewrites quotation marks and apostrophes; the edition's own are carried past it in the private use area.
const MARKS = '’«»‹›'
const SHIELD = 0xe010

/** Hides quotation marks and apostrophes; a straight apostrophe becomes a typographic one. */
export function shield(text: string): string {
  return text
    .replace(/'/g, '’')
    .replace(/[’«»‹›]/g, (mark) => String.fromCharCode(SHIELD + MARKS.indexOf(mark)))
}

function unshield(text: string): string {
  return text.replace(/[\uE010-\uE014]/g, (mark) => MARKS[mark.charCodeAt(0) - SHIELD] ?? mark)
}

/** What is put back where the two marks stand. */
export interface Inserts {
  address: Piece | null
  locator: string
}

/** Reads citeproc's HTML: italics are kept, every other element gives its text alone. */
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
