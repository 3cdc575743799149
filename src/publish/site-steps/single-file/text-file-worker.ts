import { parentPort, workerData } from 'node:worker_threads'
import { makeTextFile, type Shared } from './make-text-file.ts'
import type { TextOrder } from './text-order.ts'

parentPort!.on('message', (order: TextOrder) => {
  parentPort!.postMessage(makeTextFile(order, workerData as Shared))
})
