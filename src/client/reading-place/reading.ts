import { startBars } from './bar.ts'
import { startContents } from './contents.ts'
import { keepLine } from './scroll-anchor.ts'
import { keepPlaces } from './resume.ts'

/** What a text that is being read has besides. */
export function read(root: Document, signal: AbortSignal): void {
  if (signal.aborted) return
  startContents(root, signal)
  startBars(root, signal)
  keepLine(root, signal)
  keepPlaces(root, signal)
}
