/** The process that reads files for `ImportProcess`, one after the other, in the megabytes of its first argument. */
import { join } from 'node:path'
import { Worker } from 'node:worker_threads'
import { importFile, type FileOptions } from '../import-file.ts'
import type { Result } from '../import-text.ts'
import { ImportError, type Problem } from '../problems.ts'
import { sourceAt, type FileName } from '../source-file.ts'

export type Question = [name: FileName, options: FileOptions]

export type Answer =
  | { kind: 'result'; result: Result }
  | { kind: 'problems'; found: readonly Problem[] }
  /** A string, array or stack is larger than the machine can hold. */
  | { kind: 'too-much' }
  | { kind: 'fault'; trace: string }

const held = Number(process.argv[2]) * 1_000_000
const watch = new Worker(join(import.meta.dirname, 'memory-watch.ts'))
watch.unref()

process.on('message', async (question: Question) => {
  const answer = await answerTo(...question)
  process.send!(answer)
})

async function answerTo(...[name, options]: Question): Promise<Answer> {
  try {
    const source = sourceAt(name)
    watch.postMessage(held + 3 * source.bytes.length)
    return { kind: 'result', result: await importFile(source, options) }
  } catch (error) {
    if (error instanceof ImportError) return { kind: 'problems', found: error.found }
    if (error instanceof RangeError && isTooMuch.test(error.message)) return { kind: 'too-much' }
    return { kind: 'fault', trace: String((error as Error).stack) }
  }
}

const isTooMuch = /^Invalid .*length|allocation failed|maximum size exceeded|call stack size/i
