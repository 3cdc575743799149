import type { Term } from '../edition/model/model.ts'

/** Groups of the glossary, in the order in which they are shown. */
export const groupNames: Record<Term['group'], string> = {
  technik: 'Technik',
  oekonomie: 'Ökonomie und Politik',
  theorie: 'Theorie',
  akteure: 'Akteure',
}
