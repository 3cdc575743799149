/** Where a reader was in a text, kept on the device under the slug of the text. */
export interface Kept {
  id: string
  /** For the offer: „Absatz 14, Hausrecht“. */
  name: string
}

const nameOf = (slug: string) => `edition:stelle:${slug}`

export function readPlace(slug: string): Kept | null {
  try {
    const kept: unknown = JSON.parse(localStorage.getItem(nameOf(slug)) ?? 'null')
    return isKept(kept) ? kept : null
  } catch {
    return null
  }
}

export function keepPlace(slug: string, place: Kept | null): void {
  try {
    if (place) localStorage.setItem(nameOf(slug), JSON.stringify(place))
    else localStorage.removeItem(nameOf(slug))
  } catch {}
}

export function isKept(value: unknown): value is Kept {
  if (typeof value !== 'object' || value === null) return false
  const { id, name } = value as Partial<Record<keyof Kept, unknown>>
  return typeof id === 'string' && /^abs-\w+$/.test(id) && typeof name === 'string'
}
