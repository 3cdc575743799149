import { lineKey } from '../../contract/storage-keys.ts'
import { tab } from '../platform/storage.ts'

/** The line being read; `share`: the share of the paragraph above it, 0 to 1. */
export interface Line {
  element: HTMLElement
  share: number
}

/** Stores the line until the tab is closed. */
export function storeLine(line: Line | null): void {
  const stored = line && { path: location.pathname, id: line.element.id, share: line.share }
  tab.writeJson(lineKey, stored)
}

export function storedLine(root: Document): Line | null {
  const stored = tab.readJson(lineKey) as { path: string; id: string; share: number } | null
  const element = stored?.path === location.pathname ? root.getElementById(stored.id) : null
  return element && Number.isFinite(stored?.share) ? { element, share: stored!.share } : null
}
