import { startBars, startContents } from './bar.ts'
import { keepBookmarks } from './resume.ts'
import { anchorScroll } from './scroll-anchor.ts'

/** Starts what a text needs once it is being read. */
export function startReading(root: Document, signal: AbortSignal): void {
  if (signal.aborted) return
  startContents(root, signal)
  startBars(root, signal)
  anchorScroll(root, signal)
  keepBookmarks(root, signal)
}
