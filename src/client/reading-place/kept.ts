export const nameOf = (slug: string): string => `edition:stelle:${slug}`

/** Whether a place is kept for a text, be it readable or not. */
export function isKeptFor(slug: string): boolean {
  try {
    return localStorage.getItem(nameOf(slug)) !== null
  } catch {
    return false
  }
}
