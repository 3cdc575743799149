import { availableParallelism } from 'node:os'
import { Worker } from 'node:worker_threads'
import { createHasher } from './form-hash.ts'
import { openStore, type FormStore } from './form-store.ts'
import { proveWhole } from './prove-whole.ts'
import { makeForm, type FormOrder, type MadeForm } from './make-form.ts'

export interface FormsMade {
  /** In the order of the orders. */
  results: MadeForm[]
  /** How many of them had to be made; the others were kept. */
  made: number
}

/** Makes forms, PDFs side by side in threads, or takes those that an earlier build has kept. */
export async function makeForms(
  orders: readonly FormOrder[],
  store: FormStore = openStore(),
): Promise<FormsMade> {
  const names = orders.map(createHasher())
  const kept = await Promise.all(names.map((name) => store.read(name)))
  const waiting = orders.flatMap((order, index) => (kept[index] ? [] : [{ order, index }]))
  const made = new Map<number, MadeForm>()
  const done = async ({ order, index }: Waiting, result: MadeForm) => {
    // Before it is kept, so that what is kept is whole.
    if ('bytes' in result && order.form !== 'session')
      proveWhole(order.form, order.inputs.text, result.bytes, result.placed)
    made.set(index, result)
    if ('bytes' in result) await store.write(names[index]!, result.bytes)
  }
  const isLong = ({ order }: Waiting) => order.form === 'pdf' || order.form === 'session'
  const long = inThreads(waiting.filter(isLong), done)
  // The others take less time than a thread.
  for (const item of waiting.filter((item) => !isLong(item)))
    await done(item, await makeForm(item.order))
  await long
  await store.clear()
  const results = orders.map((_, i) => {
    const bytes = kept[i]
    return bytes ? { bytes } : made.get(i)!
  })
  return { results, made: waiting.length }
}

interface Waiting {
  order: FormOrder
  index: number
}

async function inThreads(
  queue: Waiting[],
  done: (item: Waiting, result: MadeForm) => Promise<void>,
): Promise<void> {
  const threads = Math.min(availableParallelism(), 4, queue.length)
  await Promise.all(
    Array.from({ length: threads }, async () => {
      const worker = new Worker(new URL('./form-worker.ts', import.meta.url))
      try {
        for (let item = queue.shift(); item; item = queue.shift())
          await done(item, await ask(worker, item.order))
      } finally {
        await worker.terminate()
      }
    }),
  )
}

function ask(worker: Worker, order: FormOrder): Promise<MadeForm> {
  const { promise, resolve, reject } = Promise.withResolvers<MadeForm>()
  worker.once('message', resolve)
  worker.once('error', reject)
  worker.postMessage(order)
  return promise.finally(() => {
    worker.off('message', resolve)
    worker.off('error', reject)
  })
}
