import type { Edition } from '../../edition/model/model.ts'

/** Reading systems open longer books slowly, and few readers want a whole shelf as one book. */
const mostWords = 500_000

/** Whether the edition is offered as one EPUB. */
export const isOneBook = ({ meta, texts }: Pick<Edition, 'meta' | 'texts'>): boolean =>
  meta.forms.includes('epub') &&
  texts.length > 0 &&
  texts.flatMap(({ paragraphs }) => paragraphs).reduce((sum, { words }) => sum + words, 0) <=
    mostWords
