import type { Term } from '../edition/model/model.ts'

/** Names of the groups of the glossary, in display order. */
export const groupNames: Record<Term['group'], string> = {
  technik: 'Technik',
  oekonomie: 'Ökonomie und Politik',
  theorie: 'Theorie',
  akteure: 'Akteure',
}
