import { availableParallelism } from 'node:os'
import { Worker } from 'node:worker_threads'

/** As many as there are processors; each holds in memory what it makes. */
export const mostThreads = Math.min(availableParallelism(), 4)

/** Threads that answer each message with one. They start when they are needed. */
export interface Threads<Order, Answer> {
  /** Waits until a thread is free. */
  ask: (order: Order) => Promise<Answer>
  close: () => Promise<void>
}

/** @param data what all threads need besides */
export function openThreads<Order, Answer>(
  module: URL,
  data?: () => Promise<unknown>,
): Threads<Order, Answer> {
  const all: Thread[] = []
  const free: Thread[] = []
  const waiting: ((thread: Thread) => void)[] = []
  let started = 0
  const workerData = once(async () => data?.())
  const take = async (): Promise<Thread> => {
    const idle = free.pop()
    if (idle) return idle
    if (started === mostThreads) return new Promise((resolve) => waiting.push(resolve))
    started += 1
    const thread = startThread(module, await workerData())
    all.push(thread)
    return thread
  }
  return {
    ask: async (order) => {
      const thread = await take()
      try {
        return await answerOf<Answer>(thread, order)
      } finally {
        const next = waiting.shift()
        if (next) next(thread)
        else free.push(thread)
      }
    },
    close: async () => {
      await Promise.all(all.map(({ worker }) => worker.terminate()))
    },
  }
}

/** One thread that begins at once; it answers one message after the other. */
export function openThread<Order, Answer>(module: URL, data: unknown): Threads<Order, Answer> {
  const thread = startThread(module, data)
  let last: Promise<unknown> = Promise.resolve()
  return {
    ask: (order) => {
      const answer = last.then(() => answerOf<Answer>(thread, order))
      last = answer.catch(() => {})
      return answer
    },
    close: async () => {
      await thread.worker.terminate()
    },
  }
}

interface Thread {
  worker: Worker
  /** Rejects when the thread has ended, by an error or not: nothing that it is asked then is answered. */
  ended: Promise<never>
}

function startThread(module: URL, workerData: unknown): Thread {
  const worker = new Worker(module, { workerData })
  const ended = new Promise<never>((_, reject) => {
    worker.once('error', reject)
    worker.once('exit', () => reject(new Error('The thread has ended.')))
  })
  ended.catch(() => {})
  return { worker, ended }
}

/** Made when it is first asked for. */
export function once<T>(make: () => T): () => T {
  let made: { value: T } | undefined
  return () => (made ??= { value: make() }).value
}

function answerOf<Answer>({ worker, ended }: Thread, order: unknown): Promise<Answer> {
  const { promise, resolve, reject } = Promise.withResolvers<Answer>()
  worker.once('message', resolve)
  ended.catch(reject)
  worker.postMessage(order)
  return promise.finally(() => worker.off('message', resolve))
}

/** Does this with each item, with as many at a time as there are threads. */
export async function forEachAtOnce<T>(
  items: Iterable<T>,
  act: (item: T) => Promise<void>,
): Promise<void> {
  const left = items[Symbol.iterator]()
  const work = async () => {
    for (let next = left.next(); !next.done; next = left.next()) await act(next.value)
  }
  await Promise.all(Array.from({ length: mostThreads }, work))
}
