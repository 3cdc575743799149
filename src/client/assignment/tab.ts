const name = 'edition:aufgabe'

/** The link that this tab was opened with; in-page links take its fragment out of the address. */
export function remembered(): string | null {
  try {
    return sessionStorage.getItem(name)
  } catch {
    return null
  }
}

/** @param code null: forgotten */
export function remember(code: string | null): void {
  try {
    if (code === null) sessionStorage.removeItem(name)
    else sessionStorage.setItem(name, code)
  } catch {}
}
