import { openStore, type Store } from '../../kept/store.ts'
import { createHasher } from './form-hash.ts'
import { forEachAtOnce, openThreads } from '../threads.ts'
import { proveWhole } from './prove-whole.ts'
import { makeForm, type FormOrder, type MadeForm } from './make-form.ts'

const worker = new URL('./form-worker.ts', import.meta.url)

export interface FormsMade {
  /** In the order of the orders. */
  results: MadeForm[]
  /** How many of them had to be made; the others were kept. */
  made: number
}

/** Makes forms, PDFs side by side in threads, or takes those that an earlier build has kept. */
export async function makeForms(
  orders: readonly FormOrder[],
  store: Store = openStore(),
): Promise<FormsMade> {
  const names = orders.map(createHasher())
  const kept = names.map((name) => store.read(name))
  const waiting = orders.flatMap((order, index) => (kept[index] ? [] : [{ order, index }]))
  const made = new Map<number, MadeForm>()
  const done = async ({ order, index }: Waiting, result: MadeForm) => {
    // Before it is kept, so that what is kept is whole.
    if ('bytes' in result && order.form !== 'session')
      proveWhole(order.form, order.inputs.text, result.bytes, result.placed)
    made.set(index, result)
    if ('bytes' in result) store.write(names[index]!, result.bytes)
  }
  const isLong = ({ order }: Waiting) => order.form === 'pdf' || order.form === 'session'
  const threads = openThreads<FormOrder, MadeForm>(worker)
  try {
    const long = forEachAtOnce(waiting.filter(isLong), async (item) =>
      done(item, await threads.ask(item.order)),
    )
    // The others take less time than a thread.
    for (const item of waiting.filter((item) => !isLong(item)))
      await done(item, await makeForm(item.order))
    await long
  } finally {
    await threads.close()
  }
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
