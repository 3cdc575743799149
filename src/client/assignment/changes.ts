import { partAround } from '../text-on-page/text.ts'
import { changeSince, type History } from '../go-to/history.ts'
import type { Message } from './messages.ts'
import type { Assignment } from '../../contract/assignment/model.ts'
import { numberOf, type MarkedPassage } from './marked-passage.ts'

/** Says what has changed in the passage since the assignment was made. */
export function changes(
  article: HTMLElement,
  { version }: Assignment,
  marked: MarkedPassage,
): Message | null {
  const gone = marked.gone.map(
    (number) => `Absatz ${number} gibt es nicht mehr; die Lektüre reicht bis an seine Stelle.`,
  )
  const data = partAround(article).querySelector('[data-history]')?.textContent
  const history = data ? (JSON.parse(data) as History) : null
  const told =
    history && version
      ? marked.numbered.map((block) => changeSince(history, version, numberOf(block)))
      : []
  const sentences = [...gone, ...told.flatMap((one) => (one?.changed ? [one.message] : []))]
  if (sentences.length === 0) return null
  const unknown = told.some((one) => one?.message.includes('nicht verzeichnet'))
  if (unknown)
    return {
      title: 'Die Aufgabe wurde zu einer anderen Fassung des Textes gestellt',
      sentences: [...gone, `Sie nennt Fassung ${version}, die hier nicht verzeichnet ist.`],
    }
  return { title: 'Der Text hat sich seit der Aufgabe geändert', sentences }
}
