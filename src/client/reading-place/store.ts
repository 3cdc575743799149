import { device } from '../platform/storage.ts'

/** Where a reader was in a text, kept on the device under the slug of the text. */
export interface Kept {
  id: string
  /** For the offer: „Absatz 14, Hausrecht“. */
  name: string
}

const nameOf = (slug: string) => `edition:stelle:${slug}`

export function readPlace(slug: string): Kept | null {
  const kept = device.readJson(nameOf(slug))
  return isKept(kept) ? kept : null
}

export function keepPlace(slug: string, place: Kept | null): void {
  if (place) device.writeJson(nameOf(slug), place)
  else device.write(nameOf(slug), null)
}

export function isKept(value: unknown): value is Kept {
  if (typeof value !== 'object' || value === null) return false
  const { id, name } = value as Partial<Record<keyof Kept, unknown>>
  return typeof id === 'string' && /^abs-\w+$/.test(id) && typeof name === 'string'
}
