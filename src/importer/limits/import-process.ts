/**
 * Imports a file in a process of its own, which is ended if it takes too long or needs too much memory: whatever the
 * packages do that read damaged files, the import answers.
 */
import { fork, type ChildProcess } from 'node:child_process'
import { join } from 'node:path'
import { loaderOptions } from '../../workspace/index.ts'
import type { FileOptions } from '../import-file.ts'
import type { Result } from '../import-text.ts'
import { ImportError, problemAt } from '../problems.ts'
import type { FileName } from '../source-file.ts'
import { heldTooMuch } from './memory-watch.ts'
import type { Answer, Question } from './reading-process.ts'

export interface Limits {
  seconds: number
  /** Of the heap. */
  megabytes: number
  /** Of the whole process, besides three times the file, which packages copy. */
  held: number
}

export const usualLimits: Limits = { seconds: 45, megabytes: 512, held: 900 }

type Ending = Answer | { kind: 'too-long' } | { kind: 'ended'; said: string }

/** Reads files one after the other; a process that was ended is begun anew. */
export class ImportProcess {
  readonly #limits: Limits
  #child: ChildProcess | null = null

  constructor(limits: Limits = usualLimits) {
    this.#limits = limits
  }

  /** Of the process that read the last file; null if it has ended. */
  get pid(): number | null {
    return this.#child?.pid ?? null
  }

  /** @throws ImportError with all problems found */
  async import(name: FileName, options: FileOptions): Promise<Result> {
    this.#child ??= begin(this.#limits)
    const answer = await ask(this.#child, [name, options], this.#limits)
    if (answer.kind === 'too-long' || answer.kind === 'ended') this.end()
    const place = { file: name.file, line: 1, column: 1 }
    switch (answer.kind) {
      case 'result':
        return answer.result
      case 'problems':
        throw new ImportError(answer.found)
      case 'too-long':
        throw new ImportError([problemAt(place, 'too-long', this.#limits.seconds)])
      case 'too-much':
        throw new ImportError([problemAt(place, 'too-much', this.#limits.megabytes)])
      case 'ended':
        if (answer.said.includes(heldTooMuch))
          throw new ImportError([problemAt(place, 'too-much', this.#limits.held)])
        if (/heap out of memory|allocation failed/i.test(answer.said))
          throw new ImportError([problemAt(place, 'too-much', this.#limits.megabytes)])
        throw new Error(`The process that reads the file ended.\n${answer.said}`)
      case 'fault':
        throw new Error(answer.trace)
    }
  }

  end(): void {
    this.#child?.kill('SIGKILL')
    this.#child = null
  }
}

export async function importWithinLimits(name: FileName, options: FileOptions): Promise<Result> {
  const reading = new ImportProcess()
  // The process that reads may be too busy to see that this one has ended.
  const stop = (signal: NodeJS.Signals) => {
    reading.end()
    process.kill(process.pid, signal)
  }
  for (const signal of signals) process.once(signal, stop)
  try {
    return await reading.import(name, options)
  } finally {
    for (const signal of signals) process.removeListener(signal, stop)
    reading.end()
  }
}

const signals = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const

/** Options of node. With more room for what is new, less of it is kept until the heap is full. */
export const heapOf = ({ megabytes }: Limits): string[] => [
  `--max-old-space-size=${megabytes}`,
  '--max-semi-space-size=32',
]

const begin = (limits: Limits): ChildProcess =>
  fork(join(import.meta.dirname, 'reading-process.ts'), [String(limits.held)], {
    execArgv: [...loaderOptions(), ...heapOf(limits)],
    serialization: 'advanced',
    stdio: ['ignore', 'ignore', 'pipe', 'ipc'],
  })

function ask(child: ChildProcess, question: Question, { seconds }: Limits): Promise<Ending> {
  return new Promise((done) => {
    let said = ''
    const hear = (words: Buffer) => void (said = (said + words).slice(-10_000))
    const timer = setTimeout(() => finish({ kind: 'too-long' }), seconds * 1000)
    const stop = () => finish({ kind: 'ended', said })
    const finish = (ending: Ending) => {
      clearTimeout(timer)
      child.stderr!.removeListener('data', hear)
      child.removeListener('message', finish)
      child.removeListener('close', stop)
      done(ending)
    }
    child.stderr!.on('data', hear)
    child.on('message', finish)
    child.on('close', stop)
    child.send(question)
  })
}
