import type { ShelfText } from '../client/shelf/choose.ts'
import type { Text } from '../edition/model/model.ts'
import { readingMinutes } from '../formats/german/german.ts'
import { textFacts } from '../formats/search/index.ts'

/** What the list of texts says of a text. */
export const shelfText = (text: Text): ShelfText => ({
  ...textFacts(text),
  title: [text.title, text.subtitle].filter(Boolean).join('. '),
  minutes: readingMinutes(text.words),
})
