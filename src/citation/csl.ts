import { AND_OTHERS } from './cut-off.ts'
import type { CslDate, Name, Work } from './csl-schema.ts'

export type { CslDate, Name, Work }

export const isAndOthers = (name: Name): boolean => name.literal === AND_OTHERS

/** Stands where a work has no title. */
export const NO_TITLE = 'o. T.'

/** The first and the last page of „9-21“, „9--21“, „9–21“. */
export const pagesOf = (page: string | undefined): string[] =>
  (page ?? '').split(/\s*(?:-+|[–—−])\s*/).filter(Boolean)

/** „van“, „von der“ before a name in capital letters. */
const particles =
  /^((?:von|vom|van|zu|zur|zum|und|de|der|den|del|della|dei|di|da|dal|do|dos|das|du|des|le|la|los|ten|ter|te|op|af|av|t|’t|'t)\s+)+(?=\p{Lu})/u

/** The name with its particles apart, where they were written into the family name. */
export function withParticles(name: Name): Name {
  const { family } = name
  if (!family || name['non-dropping-particle'] || name['dropping-particle']) return name
  const [found] = particles.exec(family) ?? []
  if (!found) return name
  return {
    ...name,
    family: family.slice(found.length),
    'non-dropping-particle': found.trim(),
  }
}

export const fullName = ({ literal, given, family, ...name }: Name): string =>
  literal ??
  [given, name['dropping-particle'], name['non-dropping-particle'], family, name.suffix]
    .filter(Boolean)
    .join(' ')

/** „3. Fassung“, „Fassung 1.1“. */
export const versionName = (version: string | number): string =>
  /^\d+$/.test(String(version)) ? `${version}. Fassung` : `Fassung ${version}`
