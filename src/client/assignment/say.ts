import type { Assignment, Question } from '../../contract/assignment/model.ts'

/** „14“, „14–20“. */
export const sayRange = ({ from, to }: Pick<Assignment, 'from' | 'to'>): string =>
  from === to ? from : `${from}–${to}`

/** „Absatz 14“, „Absätze 14–20“. */
export const sayPassage = (range: Pick<Assignment, 'from' | 'to'>): string =>
  `${range.from === range.to ? 'Absatz' : 'Absätze'} ${sayRange(range)}`

/** „Absatz 14“, „Absatz 14 und 16“; empty where the question is about all of the passage. */
export const sayPlaces = ({ at }: Pick<Question, 'at'>): string =>
  at.length === 0 ? '' : `Absatz ${new Intl.ListFormat('de').format(at)}`

/** „1. Dezember 2026“. */
export const sayDate = (date: string): string =>
  new Intl.DateTimeFormat('de', { dateStyle: 'long', timeZone: 'UTC' }).format(
    new Date(`${date}T00:00Z`),
  )
