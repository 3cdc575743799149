import assert from 'node:assert/strict'
import { test } from 'node:test'
import { openThread } from '../../../src/publish/threads.ts'

const module = (code: string) =>
  new URL(
    `data:text/javascript,${encodeURIComponent(`import { parentPort, workerData } from 'node:worker_threads'\n${code}`)}`,
  )

test('a thread answers several messages one after the other, each with its own answer', async () => {
  const thread = openThread<number, string>(
    module(
      `parentPort.on('message', (n) => setTimeout(() => parentPort.postMessage(workerData + n), 20 - n))`,
    ),
    'Antwort ',
  )
  assert.deepEqual(await Promise.all([1, 10, 3].map((n) => thread.ask(n))), [
    'Antwort 1',
    'Antwort 10',
    'Antwort 3',
  ])
  await thread.close()
})

test('what throws in a thread is the error of the message that it was to answer', async () => {
  const thread = openThread<string, string>(
    module(`parentPort.on('message', () => { throw new Error('nicht lesbar') })`),
    null,
  )
  await assert.rejects(thread.ask('x'), /nicht lesbar/)
  await thread.close()
})
