import { parentPort, workerData } from 'node:worker_threads'
import { holdService } from '../search/build-index.ts'
import { makeTextFile, type Shared } from './make-text-file.ts'
import type { TextOrder } from './text-order.ts'

const release = holdService()

parentPort!.on('message', (order: TextOrder | 'end') => {
  const answer = order === 'end' ? release() : makeTextFile(order, workerData as Shared)
  // What throws here ends the thread, and the build by its error.
  void answer.then((html) => parentPort!.postMessage(html))
})
