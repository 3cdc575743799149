import type { Audience, Rights } from '../model/model.ts'

const admitted: Record<Audience, ReadonlySet<Rights['status']>> = {
  public: new Set(['open', 'licensed']),
  course: new Set(['open', 'licensed', 'teaching-only']),
  local: new Set(['open', 'licensed', 'teaching-only', 'unknown']),
}

/** Why a text is left out of a build, or null if it is included. */
export function reasonToOmit(rights: Rights, audience: Audience): string | null {
  if (admitted[audience].has(rights.status)) return null
  return rights.status === 'unknown'
    ? 'its rights are unknown'
    : 'it may be shown to a closed course only'
}
