import type { ShelfText } from '../client/shelf/choose.ts'
import type { Text } from '../edition/model/model.ts'
import { readingMinutes } from '../formats/german/german.ts'

/** What readers choose a text by. */
export const shelfText = (text: Text): ShelfText => ({
  title: [text.title, text.subtitle].filter(Boolean).join('. '),
  authors: text.author,
  year: text.date?.slice(0, 4) ?? null,
  subjects: text.subjects,
  collection: text.collection?.title ?? null,
  minutes: readingMinutes(text.words),
})
