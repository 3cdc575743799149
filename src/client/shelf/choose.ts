import { withoutAccents } from '../../contract/folding.ts'
import {
  chosenIn,
  criteria,
  isChosen,
  type Criterion,
  type TextFacts,
} from '../../contract/shelf.ts'

/** A text of the shelf, as it stands in the page. */
export interface ShelfText extends TextFacts {
  minutes: number
}

/** How texts are ordered; in the order of the edition if not said. */
export const orders = ['person', 'titel', 'jahr', 'lesezeit'] as const
export type Order = (typeof orders)[number]

/** Empty: everything. */
export interface Choice extends Record<Criterion, string> {
  words: string
  order: Order | ''
}

/** Indexes of the texts that are chosen, in order. */
export function choose(texts: readonly ShelfText[], choice: Choice): number[] {
  const words = withoutAccents(choice.words).split(/\s+/).filter(Boolean)
  const hasWords = (text: ShelfText) => words.every((word) => searched(text).includes(word))
  const chosen = [...texts.entries()].flatMap(([index, text]) =>
    isChosen(text, choice) && hasWords(text) ? index : [],
  )
  const compare = choice.order && comparisons[choice.order]
  return compare ? chosen.sort((a, b) => compare(texts[a]!, texts[b]!) || a - b) : chosen
}

const searched = ({ title, authors, subjects, collection }: ShelfText): string =>
  withoutAccents([title, ...authors, ...subjects, collection ?? ''].join(' '))

const { compare } = new Intl.Collator('de', { numeric: true })

/** By surname, which in „Vorname Nachname“ comes last. */
const surname = ({ authors: [first = ''] }: ShelfText): string => first.split(' ').at(-1)!

const comparisons: Record<Order, (a: ShelfText, b: ShelfText) => number> = {
  person: (a, b) => compare(surname(a), surname(b)) || compare(a.authors[0]!, b.authors[0]!),
  titel: (a, b) => compare(a.title, b.title),
  // What has no year comes last.
  jahr: (a, b) => compare(a.year ?? '9999', b.year ?? '9999'),
  lesezeit: (a, b) => a.minutes - b.minutes,
}

/** The choice in the query of the address, as in `?person=Weber&ordnung=jahr`. */
export function choiceIn(query: URLSearchParams): Choice {
  const order = query.get('ordnung') ?? ''
  return {
    ...chosenIn(query),
    words: query.get('worte') ?? '',
    order: orders.find((name) => name === order) ?? '',
  }
}

export function queryOf(choice: Choice): string {
  const query = new URLSearchParams()
  const set = (name: string, value: string) => value && query.set(name, value)
  set('worte', choice.words.trim())
  for (const name of criteria) set(name, choice[name])
  set('ordnung', choice.order)
  return query.size > 0 ? `?${query}` : ''
}
