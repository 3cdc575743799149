const points: Readonly<Record<string, number>> = {
  pt: 1,
  px: 0.75,
  in: 72,
  cm: 28.35,
  mm: 2.835,
  pc: 12,
}

/** A length of CSS in points, 0 if it is none; `em`: the size to which relative ones refer. */
export function lengthOf(value: string | undefined, em: number): number {
  const [, number, unit = ''] = /^(-?(?:\d+\.?\d*|\.\d+))(\D+)$/.exec(value ?? '') ?? []
  if (number === undefined) return 0
  if (unit === '%') return (Number(number) / 100) * em
  if (/^(?:em|rem)$/.test(unit)) return Number(number) * em
  if (/^(?:ex|ch)$/.test(unit)) return 0.5 * Number(number) * em
  return Number(number) * (points[unit] ?? 0)
}
