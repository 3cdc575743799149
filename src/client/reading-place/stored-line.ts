/** The line that is read: so much of a paragraph is above it, 0 to 1. */
export interface Line {
  element: HTMLElement
  share: number
}

const key = 'edition:zeile'

/** Until the tab is closed. */
export function storeLine(line: Line | null): void {
  try {
    const stored = line && { path: location.pathname, id: line.element.id, share: line.share }
    sessionStorage.setItem(key, JSON.stringify(stored))
  } catch {}
}

export function storedLine(root: Document): Line | null {
  try {
    const { path, id, share } = JSON.parse(sessionStorage.getItem(key) ?? '{}') ?? {}
    const element = path === location.pathname ? root.getElementById(id) : null
    return element && Number.isFinite(share) ? { element, share } : null
  } catch {
    return null
  }
}
