/**
 * A thread that ends its process when that holds too much memory: what packages unpack lies outside the heap, and the
 * process itself may be too busy to look.
 */
import { writeSync } from 'node:fs'
import { parentPort } from 'node:worker_threads'

/** What the process says last. */
export const heldTooMuch = 'memory-watch: too much memory'

let mostBytes = Infinity
parentPort?.on('message', (bytes: number) => void (mostBytes = bytes))
if (parentPort)
  setInterval(() => {
    if (process.memoryUsage.rss() <= mostBytes) return
    writeSync(2, heldTooMuch)
    process.kill(process.pid, 'SIGKILL')
  }, 20)
