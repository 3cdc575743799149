import { startBars, startContents } from './bar.ts'
import { keepBookmarks } from './resume.ts'
import { anchorScroll } from './scroll-anchor.ts'

/**
 * Starts what a text needs once it is being read.
 * @param isMoved whether the reader has given input that may move the page
 */
export function startReading(root: Document, signal: AbortSignal, isMoved: boolean): void {
  if (signal.aborted) return
  startContents(root, signal)
  startBars(root, signal)
  anchorScroll(root, signal, isMoved)
  keepBookmarks(root, signal)
}
