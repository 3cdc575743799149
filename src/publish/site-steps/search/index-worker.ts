import { parentPort, workerData } from 'node:worker_threads'
import { keepAwaitedIn } from '../../../kept/keep.ts'
import { openMemo } from '../../../kept/memo.ts'
import { openStore } from '../../../kept/store.ts'
import { makeIndex, type MadeIndex } from './make-index.ts'
import type { IndexOrder } from './start-index.ts'

const { found, code, of } = workerData as IndexOrder
const store = openStore()
const made = makeIndex(found, keepAwaitedIn(store, code), () => openMemo(store, of, code))

parentPort!.on('message', (wanted: keyof MadeIndex) => {
  // What throws here ends the thread, and the build by its error.
  void made[wanted]().then((answer) => parentPort!.postMessage(answer))
})
