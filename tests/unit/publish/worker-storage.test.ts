/** What the worker stores, in caches and on a server made up for it. */
import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { beforeEach, test } from 'node:test'
import { createContext, runInContext } from 'node:vm'
import { sealOf } from '../../../src/publish/page.ts'
import { shortened } from '../../../src/publish/site-steps/service-worker/list-files.ts'
import type { Needs } from '../../../src/publish/site-steps/service-worker/needs.ts'
import { writeWorker } from '../../../src/publish/site-steps/service-worker/write-worker.ts'

const origin = 'https://lesen.example'
const base = '/unter/'
const source = readFileSync(
  new URL('../../../src/publish/site-steps/service-worker/worker.js', import.meta.url),
  'utf8',
)

/** Content and needs by path. */
type Files = Record<string, readonly [content: string, needs: Needs]>

const first: Files = {
  '': ['Titel', 'always'],
  'offline/': ['Offline', 'always'],
  'a.js': ['a', 'always'],
  'texte/x/': ['Text x', ['texte/x/daten.json']],
  'texte/x/daten.json': ['Daten x', null],
  'texte/y/': ['Text y', []],
  'glossar/': ['Glossar', []],
}

/** Cache name → path → content. */
let caches: Map<string, Map<string, Response>>
let server: Record<string, string>
let fetched: string[]
let tabs: string[]
/** How many more files the device has room for. */
let room: number
beforeEach(() => {
  caches = new Map()
  fetched = []
  room = Infinity
  tabs = [`${base}texte/x/?fassung=1.0#abs-1`]
})

const upload = (files: Files) =>
  (server = Object.fromEntries(Object.entries(files).map(([path, [content]]) => [path, content])))

async function fetchFile(request: string | { url: string }) {
  const path = new URL(typeof request === 'string' ? request : request.url, origin).pathname
  const name = path.slice(base.length)
  const content = server[name]
  fetched.push(name)
  if (content === undefined) return new Response('', { status: 404 })
  return new Response(content)
}

const cacheOf = (name: string) => {
  const entries = caches.get(name)!
  const pathOf = (key: string | { url: string }) =>
    typeof key === 'string' ? key : new URL(key.url).pathname
  return {
    match: async (key: string) => entries.get(key)?.clone(),
    put: async (key: string | { url: string }, response: Response) => {
      if (room === 0) throw new DOMException('', 'QuotaExceededError')
      room -= 1
      entries.set(pathOf(key), response.clone())
    },
    keys: async () => [...entries.keys()].map((path) => ({ url: origin + path })),
  }
}

const storage = {
  has: async (name: string) => caches.has(name),
  keys: async () => [...caches.keys()],
  delete: async (name: string) => caches.delete(name),
  open: async (name: string) => {
    if (!caches.has(name)) caches.set(name, new Map())
    return cacheOf(name)
  },
  match: async (key: string, { cacheName }: { cacheName?: string } = {}) => {
    const names = cacheName ? [cacheName] : [...caches.keys()]
    return names.map((name) => caches.get(name)?.get(key)?.clone()).find((found) => found)
  },
}

interface Event {
  waitUntil: (work: Promise<unknown>) => void
  [name: string]: unknown
}

/** A worker of a version of the site. */
function workerOf(files: Files) {
  const list = Object.entries(files).map(([path, [content, needs]]) => ({
    ...{ path, needs },
    ...shortened(sealOf(content)),
  }))
  const listeners: Record<string, (event: Event) => void> = {}
  const self = {
    addEventListener: (type: string, listener: (event: Event) => void) =>
      (listeners[type] = listener),
  }
  const clients = {
    matchAll: async () => tabs.map((path) => ({ url: origin + path })),
    claim: async () => {},
  }
  runInContext(
    writeWorker(source, base, list),
    createContext({
      ...{ self, clients, caches: storage, fetch: fetchFile, Response, URL, crypto, btoa },
      registration: {},
      location: { origin },
    }),
  )
  const dispatch = async (type: string, event: object = {}) => {
    const done: Promise<unknown>[] = []
    listeners[type]!({ ...event, waitUntil: (work) => done.push(work) })
    await Promise.all(done)
  }
  return {
    install: async () => {
      await dispatch('install')
      await dispatch('activate')
    },
    /** Content of the answer to a navigation. */
    open: async (path: string) => {
      let answer: Promise<Response> | undefined
      const done: Promise<unknown>[] = []
      listeners['fetch']!({
        request: { url: origin + base + path, method: 'GET', mode: 'navigate' },
        respondWith: (promised: Promise<Response>) => (answer = promised),
        waitUntil: (work) => done.push(work),
      })
      const content = await (await answer!).text()
      await Promise.all(done)
      return content
    },
    store: async (store: string[] | 'all') => {
      let answer: boolean | undefined
      const ports = [{ postMessage: (said: boolean) => (answer = said) }]
      await dispatch('message', { data: { store }, ports })
      return answer
    },
  }
}

const stored = () => {
  assert.equal(caches.size, 1)
  return [...[...caches.values()][0]!.keys()].map((path) => path.slice(base.length)).sort()
}
const always = ['', 'a.js', 'offline/']
const textX = ['texte/x/', 'texte/x/daten.json']

async function firstVisit() {
  upload(first)
  const worker = workerOf(first)
  await worker.install()
  return worker
}

test('a first visit stores what every page needs and the page that is open', async () => {
  await firstVisit()
  assert.deepEqual(stored(), [...always, ...textX])
})

test('a page that is opened stays, with what it needs, and is there without the network', async () => {
  tabs = []
  const worker = await firstVisit()
  assert.deepEqual(stored(), always)
  assert.equal(await worker.open('texte/x/'), 'Text x')
  assert.deepEqual(stored(), [...always, ...textX])
  server = {}
  assert.equal(await worker.open('texte/x/index.html?q=1'), 'Text x')
})

test('a page of another version is shown, not kept', async () => {
  const worker = await firstVisit()
  server['glossar/'] = 'Glossar, neu'
  assert.equal(await worker.open('glossar/'), 'Glossar, neu')
  assert.deepEqual(stored(), [...always, ...textX])
})

test('a page whose parts are not to be had is shown, not kept', async () => {
  tabs = []
  const worker = await firstVisit()
  delete server['texte/x/daten.json']
  assert.equal(await worker.open('texte/x/'), 'Text x')
  assert.deepEqual(stored(), always)
})

test('by wish a text, or the whole edition', async () => {
  tabs = []
  const worker = await firstVisit()
  assert.equal(await worker.store([`${base}texte/x/`]), true)
  assert.deepEqual(stored(), [...always, ...textX])
  assert.equal(await worker.store('all'), true)
  assert.deepEqual(stored(), [...Object.keys(first), '?ganz'].sort())
  server = {}
  assert.equal(await worker.open('glossar/'), 'Glossar')
})

test('a wish that cannot be met whole is said, and what is there stays', async () => {
  const worker = await firstVisit()
  delete server['glossar/']
  assert.equal(await worker.store('all'), false)
  assert.ok(stored().includes('texte/x/') && !stored().includes('?ganz'))
})

const changed: Files = { ...first, 'texte/x/': ['Text x, neu', ['texte/x/daten.json']] }

test('a new version fetches what has changed of what the reader has, and no more', async () => {
  const worker = await firstVisit()
  await worker.open('glossar/')
  upload(changed)
  fetched = []
  await workerOf(changed).install()
  assert.deepEqual(fetched, ['texte/x/'])
  assert.deepEqual(stored(), [...always, 'glossar/', ...textX].sort())
})

test('whoever has the whole edition has the whole of a new version', async () => {
  const worker = await firstVisit()
  await worker.store('all')
  const more: Files = { ...changed, 'texte/z/': ['Text z', []] }
  upload(more)
  fetched = []
  await workerOf(more).install()
  assert.deepEqual(fetched.sort(), ['texte/x/', 'texte/z/'])
  assert.deepEqual(stored(), [...Object.keys(more), '?ganz'].sort())
})

test('half an upload is refused, and the older version stays as it is', async () => {
  await firstVisit()
  const before = stored()
  await assert.rejects(workerOf(changed).install())
  assert.deepEqual(stored(), before)
})

test('a page that a new version no longer has is not asked for', async () => {
  const worker = await firstVisit()
  await worker.open('glossar/')
  const { 'glossar/': _, ...fewer } = first
  upload(fewer)
  await workerOf(fewer).install()
  assert.deepEqual(stored(), [...always, ...textX])
})

test('files of another edition on the same origin are left alone', async () => {
  const other = new Map([['/anders/', new Response('Anders')]])
  caches.set('edition:/anders/:1', other)
  upload(first)
  await workerOf(first).install()
  assert.deepEqual([...caches.keys()].length, 2)
  assert.deepEqual([...other.keys()], ['/anders/'])
})

test('a portal that answers every request with its own page gets nothing into the store', async () => {
  const portal = () => {
    for (const name of Object.keys(server)) server[name] = 'Bitte anmelden'
  }
  upload(first)
  portal()
  await assert.rejects(workerOf(first).install())
  assert.equal(caches.size, 0)

  const worker = await firstVisit()
  portal()
  assert.equal(await worker.open('glossar/'), 'Bitte anmelden')
  assert.equal(await worker.store('all'), false)
  assert.deepEqual(stored(), [...always, ...textX])
  assert.equal(await worker.open('texte/x/'), 'Text x')
})

test('without room nothing of a version is stored, and pages are shown all the same', async () => {
  const worker = await firstVisit()
  const before = stored()
  room = 0
  assert.equal(await worker.open('glossar/'), 'Glossar')
  assert.equal(await worker.store('all'), false)
  upload(changed)
  await assert.rejects(workerOf(changed).install())
  assert.deepEqual(stored(), before)
})
