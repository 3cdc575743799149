/** A query with a pattern for the units that a reader would expect; null if nothing should be found. */
export interface Query {
  class: string
  query: string
  expect: string | null
  flags: string | null
}

/** A paragraph, heading, note or gloss of the text searched. */
export interface Unit {
  id: string
  wording: string
}

export interface Verdict {
  query: Query
  expected: number
  found: number
  returned: number
}

export interface Score {
  answerable: number
  /** Queries with at least one expected unit. */
  hits: number
  /** Mean share of the expected units that were found. */
  recall: number
  /** Mean share of the returned units that were expected. */
  precision: number
  /** Queries without expected units that were answered nevertheless. */
  junk: string[]
}

export const limits = { recall: 0.97, precision: 0.9 }

/** `returned`: ids of the units found by the search. */
export function judge(
  query: Query,
  units: readonly Unit[],
  returned: ReadonlySet<string>,
): Verdict {
  const pattern = query.expect === null ? null : new RegExp(query.expect, query.flags ?? '')
  const expected = units.filter(({ wording }) => pattern?.test(wording))
  return {
    query,
    expected: expected.length,
    found: expected.filter(({ id }) => returned.has(id)).length,
    returned: returned.size,
  }
}

export function score(verdicts: readonly Verdict[]): Score {
  const answerable = verdicts.filter(({ expected }) => expected > 0)
  const answered = answerable.filter(({ returned }) => returned > 0)
  return {
    answerable: answerable.length,
    hits: answerable.filter(({ found }) => found > 0).length,
    recall: mean(answerable.map(({ found, expected }) => found / expected)),
    precision: mean(answered.map(({ found, returned }) => found / returned)),
    junk: verdicts
      .filter(({ query, returned }) => query.expect === null && returned > 0)
      .map(({ query }) => query.query),
  }
}

export const passes = ({ answerable, hits, recall, precision, junk }: Score): boolean =>
  answerable >= 100 &&
  hits === answerable &&
  recall >= limits.recall &&
  precision >= limits.precision &&
  junk.length === 0

const mean = (values: readonly number[]) =>
  values.reduce((sum, value) => sum + value, 0) / (values.length || 1)
