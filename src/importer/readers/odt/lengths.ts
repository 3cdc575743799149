const twips: Readonly<Record<string, number>> = {
  cm: 567,
  mm: 56.7,
  in: 1440,
  pt: 20,
  pc: 240,
  px: 15,
}

/** A length such as `1.25cm` in twentieths of a point; undefined if it is relative or none. */
export function lengthOf(value: string | undefined): number | undefined {
  const [, number, unit] = /^(-?[\d.]+)(cm|mm|in|pt|pc|px)$/.exec(value ?? '') ?? []
  return number === undefined ? undefined : Math.round(Number(number) * twips[unit!]!)
}
