/** What readers choose texts by: on the list of texts and in the search. */
export interface TextFacts {
  title: string
  authors: string[]
  year: string | null
  subjects: string[]
  collection: string | null
}

/** From more texts on, the title page leads to the list, and hits are put together by text. */
export const manyTexts = 6

/** Names in addresses: `?person=Weber&jahr=1920`. */
export const criteria = ['person', 'jahr', 'thema', 'reihe'] as const
export type Criterion = (typeof criteria)[number]

export const criterionNames: Readonly<Record<Criterion, string>> = {
  person: 'Person',
  jahr: 'Jahr',
  thema: 'Thema',
  reihe: 'Reihe',
}

/** A value of each criterion that is chosen; all texts where none is. */
export type Chosen = Partial<Record<Criterion, string>>

export function valuesOf(text: TextFacts, criterion: Criterion): string[] {
  switch (criterion) {
    case 'person':
      return text.authors
    case 'jahr':
      return text.year === null ? [] : [text.year]
    case 'thema':
      return text.subjects
    case 'reihe':
      return text.collection === null ? [] : [text.collection]
  }
}

/** Whether a text has every value that is chosen. */
export const isChosen = (text: TextFacts, chosen: Chosen): boolean =>
  criteria.every((name) => !chosen[name] || valuesOf(text, name).includes(chosen[name]))

export function chosenIn(query: URLSearchParams): Record<Criterion, string> {
  const values = criteria.map((name) => [name, query.get(name) ?? ''])
  return Object.fromEntries(values) as Record<Criterion, string>
}

/** The values of each criterion that can be chosen; what all texts have in common is no choice. */
export function choicesOf(
  texts: readonly TextFacts[],
): { criterion: Criterion; values: string[] }[] {
  const { compare } = new Intl.Collator('de', { numeric: true })
  return criteria
    .map((criterion) => ({
      criterion,
      values: [...new Set(texts.flatMap((text) => valuesOf(text, criterion)))].sort(compare),
    }))
    .filter(({ criterion, values }) =>
      values.some((value) => texts.some((text) => !valuesOf(text, criterion).includes(value))),
    )
}
