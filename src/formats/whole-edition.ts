import type { Edition } from '../edition/model/model.ts'

export interface WholeEdition {
  /** As one HTML file. */
  file: boolean
  /** As one EPUB. */
  book: boolean
}

const MB = 1e6
/** Fonts, scripts, glossary and pages of a file without texts; and what a word of a text adds, with its index. */
const [bytesOfFile, bytesPerWordOfFile] = [1.2 * MB, 46]
/** An EPUB is compressed. */
const bytesPerWordOfBook = 20

/**
 * In which files the whole edition is offered: they grow with the shelf, open slowly at some size, and few readers want
 * a shelf in one file. Pages link to them before they are made, so that their sizes are estimated by their words.
 */
export function wholeEdition({ meta, texts }: Pick<Edition, 'meta' | 'texts'>): WholeEdition {
  const most = meta.whole * MB
  const words = texts.reduce((sum, text) => sum + text.words + wordsOfNotes(text), 0)
  return {
    file: bytesOfFile + bytesPerWordOfFile * words <= most,
    book: meta.forms.includes('epub') && texts.length > 0 && bytesPerWordOfBook * words <= most,
  }
}

const wordsOfNotes = ({ notes }: Edition['texts'][number]): number =>
  notes.reduce((sum, { wording }) => sum + wording.split(' ').length, 0)
