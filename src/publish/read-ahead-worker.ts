import { parentPort, workerData } from 'node:worker_threads'
import { openReader } from '../edition/ahead.ts'

const read = openReader(workerData as string)

parentPort!.on('message', (path: string) => {
  read(path)
  parentPort!.postMessage(null)
})
