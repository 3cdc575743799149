const key = 'edition:name'

/** The name a reader gives to what they hand on; empty: none. */
export function readerName(): string {
  try {
    return localStorage.getItem(key) ?? ''
  } catch {
    return ''
  }
}

export function keepReaderName(name: string): void {
  try {
    if (name.trim()) localStorage.setItem(key, name.trim().slice(0, 80))
    else localStorage.removeItem(key)
  } catch {}
}
