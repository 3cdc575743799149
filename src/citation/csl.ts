import type { CslDate, Name, Work } from './csl-schema.ts'

export type { CslDate, Name, Work }

/** Last entry of a list of names that is cut off. */
const AND_OTHERS = 'u. a.'

export const isAndOthers = (name: Name): boolean => name.literal === AND_OTHERS

/** Year, month and day as numbers; an empty list where the date is not known. */
export function dateParts(date: CslDate | undefined): number[] {
  return (date?.['date-parts']?.[0] ?? []).map(Number).filter((part) => Number.isFinite(part))
}

export const fullName = ({ literal, given, family, ...name }: Name): string =>
  literal ??
  [given, name['dropping-particle'], name['non-dropping-particle'], family, name.suffix]
    .filter(Boolean)
    .join(' ')

/** „3. Fassung“, „Fassung 1.1“. */
export const versionName = (version: string | number): string =>
  /^\d+$/.test(String(version)) ? `${version}. Fassung` : `Fassung ${version}`
