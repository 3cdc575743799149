import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { test } from 'node:test'
import { Page } from '../../../src/publish/page.ts'
import { fillPlaceholders, formatBytes } from '../../../src/publish/placeholders.ts'
import {
  isForReading,
  listFiles,
} from '../../../src/publish/site-steps/service-worker/list-files.ts'
import { writeWorker } from '../../../src/publish/site-steps/service-worker/write-worker.ts'
import { siteOf } from './site-of.ts'

test('files needed for reading are stored, downloads are not', () => {
  const names = [
    'index.html',
    '404.html',
    'texte/x/index.html',
    '_astro/a.woff2',
    'suche/index/lexicon.pf_words',
    'manifest.webmanifest',
    'texte/x/nachweis.json',
  ]
  assert.deepEqual(names.filter(isForReading), names)
  const left = [
    'x.html',
    'site.zip',
    'texte/x.epub',
    'sw.js',
    'robots.txt',
    'sitemap.xml',
    'karte.png',
    'texte/x/karte.png',
    'literatur.bib',
    'texte/x/literatur.json',
    'texte/x/nachweis.csl.json',
    '.htaccess',
    '.nojekyll',
    '.well-known/security.txt',
    'bilder/.DS_Store',
    '_headers',
    '_redirects',
    'CNAME',
  ]
  assert.deepEqual(left.filter(isForReading), [])
})

test('files are listed by their address with the hash of their content', async () => {
  const { site, remove } = await siteOf({ 'index.html': 'a', 'glossar/größe/index.html': 'bc' })
  assert.deepEqual(await listFiles(site), [
    {
      path: 'glossar/gr%C3%B6%C3%9Fe/',
      seal: 'Hgu9bGhroFC46wP/7txk/Q',
      bytes: 2,
      needs: [],
    },
    {
      path: '',
      seal: 'ypeBEsobvcr6wjGzmiPcTQ',
      bytes: 1,
      needs: 'always',
    },
  ])
  await remove()
})

test('the version changes with any file, the base path and the worker', () => {
  const files = [{ path: '', seal: 'a', bytes: 1, needs: 'always' as const }]
  const versions = [
    writeWorker('//', '/', files),
    writeWorker('//', '/', [{ ...files[0]!, seal: 'b' }]),
    writeWorker('//', '/sub/', files),
    writeWorker('// other', '/', files),
  ].map((worker) => /VERSION = '([0-9a-f]{12})'/.exec(worker)![1])
  assert.equal(new Set(versions).size, 4)
  assert.equal(writeWorker('//', '/', files), writeWorker('//', '/', files))
})

test('with the first page goes what every page needs; a page has what it alone needs', async () => {
  const { site, remove } = await siteOf({
    'index.html': '<script src="/_astro/page.js"></script>',
    'offline/index.html': '<script src="/_astro/offline.js"></script>',
    'texte/a/index.html': '<img src="/see.png"><script src="/_astro/text.js"></script>',
    'texte/a/nachweis.json': '{}',
    'texte/b/index.html':
      '<style>@font-face{src:url(/_astro/noto-serif-hebrew-1.woff2)}</style><link rel="preload" href="/_astro/serif-capitals.1.woff2"><script src="/_astro/text.js"></script>',
    '_astro/noto-serif-hebrew-1.woff2': '',
    'texte/b/nachweis.json': '{}',
    'glossar/x/index.html': '',
    'notizen/index.html': '<script src="/_astro/notes.js"></script>',
    '_astro/page.js':
      '@font-face{src:url(/_astro/serif.woff2)}@font-face{src:url(/_astro/serif-capitals.1.woff2)}',
    '_astro/serif-capitals.1.woff2': '',
    '_astro/offline.js': '',
    '_astro/text.js': 'import("./dialog.js");import{a}from"./page.js"',
    '_astro/dialog.js': 'fetch("nachweis.json")',
    '_astro/notes.js': 'import"./table.js";import"./text.js"',
    '_astro/table.js': 'import("./notes.js")',
    '_astro/serif.woff2': '',
    'see.png': '',
    'suche/index/x.pf_index': '',
  })
  const needs = Object.fromEntries((await listFiles(site)).map(({ path, needs }) => [path, needs]))
  const always = Object.keys(needs).filter((path) => needs[path] === 'always')
  assert.deepEqual(always, [
    '_astro/dialog.js',
    '_astro/offline.js',
    '_astro/page.js',
    '_astro/serif.woff2',
    '_astro/text.js',
    '',
    'offline/',
    'suche/index/x.pf_index',
  ])
  assert.deepEqual(needs['texte/a/'], ['see.png', 'texte/a/nachweis.json'])
  assert.deepEqual(needs['texte/b/'], [
    '_astro/noto-serif-hebrew-1.woff2',
    '_astro/serif-capitals.1.woff2',
    'texte/b/nachweis.json',
  ])
  assert.deepEqual(needs['glossar/x/'], [])
  assert.deepEqual(needs['notizen/'], ['_astro/notes.js', '_astro/table.js'])
  assert.equal(needs['see.png'], null)
  await remove()
})

test('a large search index is stored with the whole edition only', async () => {
  const { site, remove } = await siteOf({
    'index.html': '',
    'suche/index/x.pf_index': 'x'.repeat(500_001),
  })
  const files = await listFiles(site)
  assert.equal(files.find(({ path }) => path === 'suche/index/x.pf_index')!.needs, null)
  await remove()
})

test('placeholders can be filled repeatedly; those without a value keep their text', () => {
  const html =
    '<p><span class="a" data-size-of="x.html" data-astro-cid-x>eine Datei</span> <span data-size-of="y">?</span> Worte data-size-of="x.html"></p>'
  let file = html
  const page = new Page('index.html', { read: () => file, write: (html) => (file = html) })
  fillPlaceholders(page, 'data-size-of', { 'x.html': '1 MB' })
  assert.equal(page.html, html.replace('eine Datei', '1 MB'))
  fillPlaceholders(page, 'data-size-of', { 'x.html': 'eine Datei' })
  assert.equal(page.html, html)
})

test('sizes are in German notation with 1 kB = 1000 bytes', () => {
  const written = [0, 999, 41_499, 412_000, 999_999, 1_000_000, 2_749_000, 48_700_000].map(
    formatBytes,
  )
  assert.deepEqual(
    written,
    ['0 Byte', '999 Byte', '41 kB', '410 kB', '1.000 kB', '1 MB', '2,7 MB', '49 MB'].map((size) =>
      size.replace(' ', '\u00a0'),
    ),
  )
})

/** The worker in a browser made up for it. @param online whether the network answers */
function startWorker(online: () => boolean) {
  const kept = new Map<string, Response>([['/offline/', new Response('Offline lesen')]])
  type Asked = Record<'request' | 'respondWith' | 'waitUntil', unknown>
  const listeners: Record<string, (event: Asked) => void> = {}
  const cache = {
    match: (path: string) => Promise.resolve(kept.get(path)?.clone()),
    put: (path: string, response: Response) => Promise.resolve(void kept.set(path, response)),
  }
  const scope = {
    BASE: '/',
    CACHES: 'edition-',
    FILES: [['offline/', 'sha256-a']],
    VERSION: '1',
    self: {
      addEventListener: (name: string, listen: (event: Asked) => void) =>
        (listeners[name] = listen),
    },
    caches: {
      open: () => Promise.resolve(cache),
      has: () => Promise.resolve(true),
      match: cache.match,
    },
    registration: {},
    location: { origin: 'https://here' },
    fetch: (request: { url: string }) =>
      online() ? Promise.resolve(new Response(`of ${request.url}`)) : Promise.reject(new Error()),
  }
  const url = new URL('../../../src/publish/site-steps/service-worker/worker.js', import.meta.url)
  new Function(...Object.keys(scope), readFileSync(url, 'utf8'))(...Object.values(scope))
  return async (path: string): Promise<Response> => {
    const done: Promise<unknown>[] = []
    let answer: Promise<Response> | undefined
    listeners['fetch']!({
      request: { method: 'GET', mode: 'navigate', url: `https://here${path}` },
      respondWith: (response: Promise<Response>) => (answer = response),
      waitUntil: (work: Promise<unknown>) => done.push(work),
    })
    assert.ok(answer, path)
    const response = await answer
    await Promise.all(done)
    return response
  }
}

test('a file to take along is there without the network once it has been fetched', async () => {
  let online = true
  const ask = startWorker(() => online)
  const address = '/texte/x/x.pdf'
  assert.equal(await (await ask(address)).text(), `of https://here${address}`)
  online = false
  assert.equal(await (await ask(address)).text(), `of https://here${address}`)
})

test('one that was not is refused with a page that says why, and no page is saved in its place', async () => {
  const ask = startWorker(() => false)
  for (const address of ['/texte/x/x.pdf', '/texte/x/x.epub', '/texte/x/x.xml', '/ausgabe.html']) {
    const response = await ask(address)
    assert.equal(response.status, 503, address)
    assert.equal(await response.text(), 'Offline lesen')
  }
  assert.equal((await ask('/nirgends/')).status, 200)
})
