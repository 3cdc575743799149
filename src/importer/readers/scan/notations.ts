import type { NoteMarks } from '../reader.ts'

/** A notation of note marks in scans. */
export interface Notation {
  option: NoteMarks
  /** Such marks are hardly anything else; marks of the others count only if a call and a note belong together. */
  certain: boolean
  /** The mark in running text; group 1 is its key. */
  call: RegExp
  /** Keys are roman numbers. */
  isRoman?: boolean
  /** The mark before a note, at the beginning of a line, with the space behind it; group 1 is its key. */
  start: RegExp
}

/** A mark of a notation in the lines. */
export interface FoundMark {
  /** Index of its line. */
  line: number
  key: string
  /** As printed; for a note with the space behind it. */
  mark: string
  /** Index in the line. */
  index: number
}

export interface FoundMarks {
  notation: Notation
  starts: FoundMark[]
  calls: FoundMark[]
}

/** A mark with the number of its note. */
export interface NumberedMark extends FoundMark {
  number: number
  starts: boolean
}

const raised = '⁰¹²³⁴⁵⁶⁷⁸⁹'
const afterWord = String.raw`(?<=[\p{L}\p{N}][.,;:!?…«»‹›“”"’')\]*_]{0,4} ?)`
const stars = String.raw`\*{1,5}|[†‡]{1,4}`

const numerals = '[ivxlc]{1,10}'

const roman: readonly Notation[] = [
  {
    option: 'superscript',
    certain: false,
    isRoman: true,
    call: new RegExp(String.raw`(?:\^|<sup>\s*)[[(]?(${numerals})[\])]?(?:\^|\s*</sup>)`, 'gu'),
    start: new RegExp(
      String.raw`^(?:\^|<sup>\s*)[[(]?(${numerals})[\])]?(?:\^|\s*</sup>)[:.)]?\s*`,
      'u',
    ),
  },
  {
    option: 'brackets',
    certain: false,
    isRoman: true,
    call: new RegExp(String.raw`\[(${numerals})\]`, 'gu'),
    start: new RegExp(String.raw`^\[(${numerals})\][:.)]?(?:\s+|$)`, 'u'),
  },
  {
    option: 'parentheses',
    certain: false,
    isRoman: true,
    // „(i)“ behind a space counts the parts of a sentence.
    call: new RegExp(
      String.raw`(?<=[\p{L}\p{N}][.,;:!?…«»‹›“”"’')\]*_]{0,4})\((${numerals})\)`,
      'gu',
    ),
    start: new RegExp(String.raw`^\(?(${numerals})[.)]\s+`, 'u'),
  },
]

/** In order of preference, if several fit equally well. */
export const notations: readonly Notation[] = [
  {
    option: 'superscript',
    certain: true,
    call: new RegExp(`([${raised}]+)\\)`, 'gu'),
    start: new RegExp(`^([${raised}]+)\\)(?:\\s+|$)`, 'u'),
  },
  {
    option: 'superscript',
    certain: true,
    call: new RegExp(`([${raised}]+)`, 'gu'),
    start: new RegExp(`^([${raised}]+)[:.)]?(?:\\s+|$)`, 'u'),
  },
  {
    option: 'superscript',
    certain: true,
    call: /\^(\d{1,4})\^/gu,
    start: /^\^(\d{1,4})\^[:.)]?(?:\s+|$)/u,
  },
  {
    option: 'superscript',
    certain: true,
    call: /<sup>\s*[[(]?(\d{1,4})[\])]?\s*<\/sup>\)?/gu,
    start: /^<sup>\s*[[(]?(\d{1,4})[\])]?\s*<\/sup>[:.)]?(?:\s*)/u,
  },
  {
    option: 'brackets',
    certain: true,
    // Brackets before an address in parentheses are a link.
    call: /\[(\d{1,4})\](?!\((?:https?|mailto):)/gu,
    start: /^\[(\d{1,4})\][:.)]?(?:\s+|$)/u,
  },
  {
    option: 'brackets',
    certain: true,
    call: /\[\^([\p{L}\p{N}_-]{1,30})\](?!:)/gu,
    start: /^\[\^([\p{L}\p{N}_-]{1,30})\]:\s*/u,
  },
  {
    option: 'brackets',
    certain: true,
    call: /\[(\d{1,4})\](?!\((?:https?|mailto):)/gu,
    start: /^\[(?:Fußnote|Anmerkung|Anm\.|Footnote|Note) (\d{1,4})[:.]?\s+/u,
  },
  {
    option: 'parentheses',
    certain: false,
    call: new RegExp(String.raw`${afterWord}\((\d{1,3})\)`, 'gu'),
    start: /^\((\d{1,3})\)\s+/u,
  },
  {
    option: 'parentheses',
    certain: false,
    call: new RegExp(String.raw`${afterWord}(?<![\d(])(\d{1,3})\)`, 'gu'),
    start: /^(\d{1,3})\)\s+/u,
  },
  ...roman,
  {
    option: 'stars',
    certain: false,
    call: new RegExp(
      // Text recognition puts a space before small stars; between numbers it is a sign of multiplication.
      String.raw`(?<=[\p{L}\p{N}.,;:!?…«»‹›“”"’')\]]|[\p{L}.,;:!?…«»‹›“”"’')\]] )(${stars})\)?(?![\p{L}\p{N}*†‡])`,
      'gu',
    ),
    start: new RegExp(String.raw`^(?:[.,·'’] )?(${stars})\)?\s*(?=[^\s*†‡])`, 'u'),
  },
  {
    option: 'digits',
    certain: false,
    call: /(?<=\p{Ll}|\p{L}[.,;:!?…«»‹›“”"’')\]*_]{1,4})(\d{1,3})(?![\p{L}\p{N}]|[.,]\d)/gu,
    // Text made of a PDF has no space between a small mark and the note.
    start: /^(\d{1,3})(?:\s+(?=[\p{L}«»‹›„“"(‚*_])|(?=[«»‹›„“"]?\p{Lu}\p{Ll}))/u,
  },
]

/** The number of a key; null for letters. Stars count by their number. */
export function valueOf(key: string): number | null {
  if (/^[*†‡]+$/.test(key)) return key.length
  const digits = [...key].map((d) => (raised.includes(d) ? raised.indexOf(d) : d)).join('')
  return /^\d+$/.test(digits) ? Number(digits) : null
}
