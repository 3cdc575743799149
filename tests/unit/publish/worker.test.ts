import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { test } from 'node:test'
import { createContext, runInContext } from 'node:vm'
import { writeWorker } from '../../../src/publish/site-steps/service-worker/write-worker.ts'

const origin = 'https://lesen.example'
const source = readFileSync(
  new URL('../../../src/publish/site-steps/service-worker/worker.js', import.meta.url),
  'utf8',
)
const code = writeWorker(source, '/unter/', [])
const own = `edition:/unter/:${/VERSION = '(\w+)'/.exec(code)![1]}`

/** The worker beside caches, name → paths, without a network. Answers are the name of a cache or a redirect. */
function workerWith(stored: Record<string, string[]>) {
  let listen: (event: unknown) => void
  const match = async (path: string, { cacheName }: { cacheName?: string } = {}) => {
    const names = cacheName ? [cacheName] : Object.keys(stored)
    return names.find((name) => stored[name]?.includes(path))
  }
  const self = {
    addEventListener: (type: string, listener: (event: unknown) => void) => {
      if (type === 'fetch') listen = listener
    },
  }
  const fetch = async () => Promise.reject(new Error('no network'))
  const response = { redirect: (url: string) => `→ ${url}`, error: () => 'error' }
  runInContext(
    code,
    createContext({
      self,
      caches: { match, has: async (name: string) => name in stored },
      fetch,
      Response: response,
      registration: {},
      URL,
      location: { origin },
    }),
  )
  return async (path: string, { mode = 'navigate', method = 'GET' } = {}) => {
    let answer: Promise<unknown> | null = null
    const respondWith = (promised: Promise<unknown>) => (answer = promised)
    listen({ request: { url: new URL(path, origin).href, method, mode }, respondWith })
    return answer && (await (answer as Promise<unknown>).catch((error: Error) => error.message))
  }
}

test('what is stored is answered by its address, whatever the query; addresses of pages end with a slash', async () => {
  const ask = workerWith({ [own]: ['/unter/', '/unter/glossar/', '/unter/x.css'] })
  assert.equal(await ask('/unter/'), own)
  assert.equal(await ask('/unter/index.html'), own)
  assert.equal(await ask('/unter/glossar/index.html?q=1'), own)
  assert.equal(await ask('/unter/x.css?ts=1', { mode: 'no-cors' }), own)
  assert.equal(await ask('/unter/glossar?q=1'), `→ ${origin}/unter/glossar/?q=1`)
})

test('what is not stored comes from the network; without it, a page says so', async () => {
  const ask = workerWith({ [own]: ['/unter/offline/'] })
  assert.equal(await ask('/unter/nirgends/'), own)
  assert.equal(await ask('/unter/y.css', { mode: 'no-cors' }), 'no network')
  assert.equal(await workerWith({})('/unter/nirgends/'), 'error')
})

test('what does not belong to the edition is left to the browser', async () => {
  const ask = workerWith({ [own]: ['/unter/'] })
  assert.equal(await ask('/anders/'), null)
  assert.equal(await ask('https://anders.example/unter/'), null)
  assert.equal(await ask('/unter/', { method: 'POST' }), null)
})

test('the files of its own version go before those of another, which answer when its own are gone', async () => {
  const other = 'edition:/unter/:andere'
  const both = workerWith({ [other]: ['/unter/', '/unter/neu/'], [own]: ['/unter/'] })
  assert.equal(await both('/unter/'), own)
  const left = workerWith({ [other]: ['/unter/', '/unter/neu/'] })
  assert.equal(await left('/unter/'), other)
  assert.equal(await left('/unter/neu'), `→ ${origin}/unter/neu/`)
})

test('while another version is coming, an answer has its bytes apart from the cache, which may go before they are read', async () => {
  const other = 'edition:/unter/:andere'
  for (const [registration, read, answered] of [
    [{}, null, own],
    [{ waiting: {} }, async () => 'bytes of the older', 'bytes of the older'],
    [{ installing: {} }, async () => 'bytes of the older', 'bytes of the older'],
    // The cache goes while they are read.
    [{ waiting: {} }, () => Promise.reject(new Error('gone')), 'bytes of the newer'],
    [{ waiting: {} }, () => new Promise(() => {}), 'bytes of the newer'],
  ] as const) {
    let isThere = true
    let listen: (event: unknown) => void
    const older = {
      name: own,
      blob: () => {
        const bytes = read!()
        isThere = bytes instanceof Promise && answered === 'bytes of the older'
        return bytes
      },
    }
    const newer = { name: other, blob: async () => 'bytes of the newer' }
    runInContext(
      code,
      createContext({
        self: {
          addEventListener: (type: string, listener: (event: unknown) => void) => {
            if (type === 'fetch') listen = listener
          },
        },
        caches: {
          match: async (_: string, { cacheName }: { cacheName?: string } = {}) =>
            isThere ? older : cacheName ? undefined : newer,
          has: async () => isThere,
        },
        registration,
        Response: class {
          name: string
          constructor(bytes: string) {
            this.name = bytes
          }
        },
        URL,
        location: { origin },
        setTimeout: (done: () => void) => setTimeout(done),
      }),
    )
    const answer = await new Promise<{ name: string }>((respondWith) =>
      listen({
        request: { url: `${origin}/unter/`, method: 'GET', mode: 'navigate' },
        respondWith,
      }),
    )
    assert.equal(answer.name, answered)
  }
})

test('tabs with a page of the older version are told more than once since when the new one answers', async () => {
  const prefix = 'edition:/unter/:'
  for (const [waiting, isActivated, since] of [
    [null, true, 0],
    [{}, false, 2000],
    // Replaced by a later one.
    [null, false, null],
  ] as const) {
    const told: unknown[] = []
    const listeners = new Map<string, (event: unknown) => void>()
    const caches = {
      keys: async () => [own],
      delete: async () => true,
      match: async () => null,
      has: async () => true,
    }
    let now = 0
    runInContext(
      code,
      createContext({
        self: { addEventListener: listeners.set.bind(listeners), skipWaiting: () => {} },
        caches,
        clients: {
          matchAll: async () =>
            ['older', 'newer'].map((id) => ({
              id,
              postMessage: (words: unknown) => told.push(words === prefix ? prefix : [id, words]),
            })),
          claim: async () => {},
        },
        registration: { waiting },
        location: { origin },
        URL,
        Response: { error: () => null },
        fetch: async () => null,
        Date: { now: () => now },
        setTimeout: (done: () => void, milliseconds: number) => {
          now += milliseconds
          done()
        },
      }),
    )
    const send = (type: string, data?: string) =>
      new Promise<void>((done) =>
        listeners.get(type)!({
          data,
          waitUntil: (over: Promise<void>) => void over.then(done),
        }),
      )
    // The browser may give a page before it says that the version is active.
    listeners.get('fetch')!({
      request: { url: `${origin}/unter/`, method: 'GET', mode: 'navigate' },
      resultingClientId: 'newer',
      respondWith: () => {},
    })
    if (isActivated) await send('activate')
    await send('message', 'take-over')
    const message = ['older', [prefix, since]]
    assert.deepEqual(JSON.parse(JSON.stringify(told)), [
      ...(waiting ? [prefix, prefix] : []),
      ...Array<unknown>(since === null ? 0 : 10).fill(message),
    ])
  }
})
