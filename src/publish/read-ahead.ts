import { textPaths } from '../edition/ahead.ts'
import { hashOfCode } from '../kept/code.ts'
import { openThreads } from './threads.ts'

const worker = new URL('./read-ahead-worker.ts', import.meta.url)

/** A thread takes longer to begin than to read some texts. */
const fewTexts = 8

/** Reads texts in threads while Vite bundles the code. */
export async function readAhead(): Promise<void> {
  const texts = textPaths()
  if (texts.length < fewTexts) return
  const threads = openThreads<string, null>(worker, async () => hashOfCode())
  try {
    await Promise.all(texts.map((path) => threads.ask(path)))
  } finally {
    await threads.close()
  }
}
