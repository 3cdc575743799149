import { openStore, type Store } from '../../kept/store.ts'
import { createHasher } from './form-hash.ts'
import { forEachAtOnce, openThreads } from '../threads.ts'
import { proveWhole } from './prove-whole.ts'
import { makeForm, type FormOrder, type MadeForm } from './make-form.ts'

const worker = new URL('./form-worker.ts', import.meta.url)

/**
 * Makes forms, PDFs side by side in threads, or takes those that an earlier build has kept, and hands each over when it is
 * there: all of them have no room in memory together.
 * @returns how many had to be made
 */
export async function makeForms(
  orders: readonly FormOrder[],
  handOver: (result: MadeForm, index: number) => Promise<void>,
  store: Store = openStore(),
): Promise<number> {
  const nameOf = createHasher()
  const waiting: Waiting[] = []
  for (const [index, order] of orders.entries()) {
    const name = nameOf(order)
    const bytes = store.read(name)
    if (bytes) await handOver({ bytes }, index)
    else waiting.push({ order, index, name })
  }
  const done = async ({ order, index, name }: Waiting, result: MadeForm) => {
    // Before it is kept, so that what is kept is whole.
    if ('bytes' in result && order.form !== 'session')
      proveWhole(order.form, order.inputs.text, result.bytes, result.placed)
    if ('bytes' in result) store.write(name, result.bytes)
    await handOver(result, index)
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
  return waiting.length
}

interface Waiting {
  order: FormOrder
  index: number
  name: string
}
