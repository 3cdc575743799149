import assert from 'node:assert/strict'
import { test } from 'node:test'
import { openThread, openThreads } from '../../../src/publish/threads.ts'

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

test('what waits behind it, or is asked later, is refused rather than never answered', async () => {
  const code = `parentPort.on('message', () => { throw new Error('nicht lesbar') })`
  const thread = openThread<number, string>(module(code), null)
  const answers = await Promise.allSettled([1, 2, 3].map((n) => thread.ask(n)))
  assert.deepEqual(
    answers.map(({ status }) => status),
    ['rejected', 'rejected', 'rejected'],
  )
  await assert.rejects(thread.ask(4), /nicht lesbar/)

  const several = openThreads<number, string>(module(code))
  const orders = Array.from({ length: 9 }, (_, n) => several.ask(n))
  const statuses = (await Promise.allSettled(orders)).map(({ status }) => status)
  assert.deepEqual(new Set(statuses), new Set(['rejected']))
  await several.close()
})

test('a thread that was closed answers nothing more, and says so', async () => {
  const thread = openThread<string, string>(module(`parentPort.on('message', () => {})`), null)
  const waiting = thread.ask('x')
  waiting.catch(() => {})
  await thread.close()
  await assert.rejects(waiting, /has ended/)
})
