/** What a form holds of a text, as read back from its finished file; the Edition gives the same for comparison. */

export type MarkKind = 'call' | 'page' | 'gloss' | 'language' | 'work' | 'formula'

/** Something at a place among words: a call, a page break, words with a gloss, in another language, or of a work. */
export interface Mark {
  kind: MarkKind
  /** Label of the note or page, slug of the term, tag of the language, key of the work, TeX of the formula. */
  name: string
  /** Number of letters before it in its passage; spaces are not counted. */
  at: number
  /** Number of letters it covers; 0 of calls, page breaks and formulas. */
  length: number
  /** Page of a PDF. */
  page?: number
}

/** Words with the marks among them. */
export interface Passage {
  /** Runs of spaces are one space; a line end in a PDF, behind which a space may be missing, is a `\n`. */
  words: string
  marks: Mark[]
}

export interface Block extends Passage {
  kind: 'paragraph' | 'heading' | 'other'
  /** Of a numbered paragraph or block quote. */
  number: string | null
}

export interface NoteRead extends Passage {
  label: string
  /** What the form adds to its words: the works that „ebd.“ and short titles refer to. */
  resolved: string
  /** Page of a PDF on which it begins. */
  page?: number
}

export interface GlossRead extends Passage {
  /** Slug, with the number of the gloss among those of its term if the form repeats it: `gpu`, `gpu-2`. */
  name: string
  lemma: string
  language: string | null
}

export interface WorkRead {
  key: string
  words: string
}

export interface Reading {
  language: string
  blocks: Block[]
  notes: NoteRead[]
  glosses: GlossRead[]
  works: WorkRead[]
}

/** The letters that count: without spaces, soft hyphens, joiners and the places where a word may be broken. */
const lettersOf = (words: string) => words.replace(/[\s\u00ad\u200b\u2060]+/g, '')

/** Collects words and marks in the order of reading. */
export class PassageBuilder {
  #words = ''
  #letters = 0
  readonly #marks: Mark[] = []

  add(words: string): void {
    this.#words += words
    this.#letters += lettersOf(words).length
  }

  /** A mark that covers no words. What stands on both sides of a formula is apart, whatever is between. */
  point(kind: MarkKind, name: string, page?: number): void {
    if (kind === 'formula') this.add(' ')
    const mark = { kind, name, at: this.#letters, length: 0 }
    this.#marks.push(page === undefined ? mark : { ...mark, page })
  }

  /** A mark that covers what `inside` adds. */
  cover(kind: MarkKind, name: string, inside: () => void): void {
    const mark = { kind, name, at: this.#letters, length: 0 }
    this.#marks.push(mark)
    inside()
    mark.length = this.#letters - mark.at
  }

  build(): Passage {
    return { words: wordsOf(this.#words), marks: joined(this.#marks) }
  }
}

/** Words as they are compared; line ends of a PDF stay. */
export const wordsOf = (raw: string): string =>
  raw
    .normalize('NFC')
    .replace(/[\u00ad\u200b\u2060]/g, '')
    .replace(/[^\S\n]+/g, ' ')
    .replace(/ ?\n[ \n]*/g, '\n')
    .trim()

/** Adjacent words of one language, or of another kind of mark, are one mark, in however many elements they stand. */
export function joined(marks: readonly Mark[], kinds: readonly MarkKind[] = ['language']): Mark[] {
  const whole: Mark[] = []
  for (const mark of marks) {
    const before = whole.findLast(({ kind }) => kind === mark.kind)
    const continues =
      kinds.includes(mark.kind) &&
      before?.name === mark.name &&
      before.at + before.length === mark.at
    if (continues) before.length += mark.length
    else whole.push({ ...mark })
  }
  return whole.filter(({ kind, length }) => length > 0 || points.has(kind))
}

const points: ReadonlySet<MarkKind> = new Set(['call', 'page', 'formula'])

/** TeX as it is compared. */
export const texOf = (raw: string): string => raw.replace(/\s+/g, ' ').trim()
