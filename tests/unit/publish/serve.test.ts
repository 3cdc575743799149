import assert from 'node:assert/strict'
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { connect } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, before, test } from 'node:test'
import { serve, type StaticServer } from '../../../src/publish/serve.ts'

const ownPage = '<h1>Nicht gefunden</h1>'

let folder: string
let server: StaticServer
let below: StaticServer
before(async () => {
  folder = await mkdtemp(join(tmpdir(), 'geheimer-ort-'))
  const site = join(folder, 'site')
  const files = {
    'geheim.txt': 'außerhalb',
    'site/404.html': ownPage,
    'site/index.html': '<h1>Anfang</h1>',
    'site/texte/uhren/index.html': '<h1>Uhren</h1>',
    'site/texte/uhren/literatur.bib': '@book{a}',
    'site/bilder/Abb. 1 (groß).png': 'Bild',
    'site/_astro/a.js': 'let a',
    'site/.verborgen': 'außerhalb',
  }
  for (const [name, content] of Object.entries(files)) {
    await mkdir(join(folder, name, '..'), { recursive: true })
    await writeFile(join(folder, name), content)
  }
  server = await serve(site)
  below = await serve(site, { base: '/unter/pfad/' })
})
after(async () => {
  await server.stop()
  await below.stop()
  await rm(folder, { recursive: true })
})

/** Asks with the path exactly as it is: `fetch` would tidy it first. */
function ask(path: string, { method = 'GET', of = server } = {}) {
  const { hostname, port } = new URL(of.url)
  return new Promise<{ status: number; location: string | undefined; head: string; body: string }>(
    (answer, refuse) => {
      let said = ''
      const socket = connect(Number(port), hostname, () =>
        socket.write(
          `${method} ${path} HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n`,
          'latin1',
        ),
      )
      socket.on('data', (chunk) => (said += chunk.toString()))
      socket.on('error', refuse)
      socket.on('close', () => {
        const [head = '', body = ''] = said.split('\r\n\r\n')
        const location = /^location: (.*)$/im.exec(head)?.[1]
        answer({ status: Number(head.split(' ')[1]), location, head, body })
      })
    },
  )
}

test('files and pages are answered as they are', async () => {
  for (const [path, body, type] of [
    ['/', '<h1>Anfang</h1>', 'text/html'],
    ['/?q=..%2f', '<h1>Anfang</h1>', 'text/html'],
    ['/texte/uhren/', '<h1>Uhren</h1>', 'text/html'],
    ['/texte/uhren/literatur.bib', '@book{a}', 'application/x-bibtex'],
    ['/bilder/Abb.%201%20(gro%C3%9F).png', 'Bild', 'image/png'],
  ] as const) {
    const { status, head, ...answer } = await ask(path)
    assert.deepEqual([status, answer.body], [200, body], path)
    assert.match(head, new RegExp(`content-type: ${type}`), path)
  }
})

test('a page without slash is redirected to the address with one, with its query', async () => {
  for (const [path, location] of [
    ['/texte/uhren', '/texte/uhren/'],
    ['/texte/uhren?q=1/2&r=%2f', '/texte/uhren/?q=1/2&r=%2f'],
    ['/texte/%75hren', '/texte/uhren/'],
  ] as const) {
    const answer = await ask(path)
    assert.deepEqual([answer.status, answer.location], [301, location], path)
  }
  assert.equal((await ask('/unter/pfad', { of: below })).location, '/unter/pfad/')
  assert.equal((await ask('/unter/pfad/texte/uhren', { of: below })).status, 301)
})

const nowhere = [
  '/gibt-es-nicht',
  '/gibt-es-nicht/',
  // Folders without a page, files as folders, names of the machine.
  ...['/texte', '/texte/', '/_astro/', '/404.html/', '/index.html/x', '/.verborgen', '/./', '/.'],
  ...['/../geheim.txt', '/..%2fgeheim.txt', '/%2e%2e/geheim.txt', '/%2e%2e%2fgeheim.txt'],
  ...['/texte/..%2f..%2f..%2fgeheim.txt', '/..%5cgeheim.txt', '/..\\geheim.txt', '/texte/../'],
  ...['/%252e%252e%252fgeheim.txt', '/..%c0%afgeheim.txt', '/..;/geheim.txt', '/C:%5c', '/c:/'],
  ...['/%', '/%zz', '/%00', '/texte/uhren/%00', '/index.html%00.png', '/%E4', '/a%0d%0ab: c'],
  ...[
    '//',
    '//texte/uhren',
    '//example.org/texte/uhren',
    '///',
    '/texte//uhren/',
    '/\\example.org',
  ],
  ...['/@fs/etc/passwd', '/@vite/client', '/__open-in-editor?file=x', '/constructor', '/__proto__'],
  ...['http://example.org/texte/uhren', 'http://x/', '*'],
  `/${'a'.repeat(300)}`,
  `/${'a/'.repeat(50_000)}`,
  `/?${'a'.repeat(10)}/../..%2f`.replace('/?', '/x?'),
]
for (const path of nowhere)
  test(`${path.slice(0, 60)} has the site's own page for what is not there`, async () => {
    const { status, body, head } = await ask(path)
    // Node itself answers what is no address of a page at all.
    if (status === 400) assert.equal(body, '')
    else assert.deepEqual([status, body], [404, ownPage])
    assert.doesNotMatch(head + body, /geheimer-ort|geheim|außerhalb|\n\s+at |node:/)
  })

test('outside of the base path nothing is found', async () => {
  for (const path of ['/', '/texte/uhren', '/unter', '/unter/', '/unter/pfade', '/unter/pfad/..'])
    assert.equal((await ask(path, { of: below })).status, 404, path)
})

test('other methods than reading are refused with the same page', async () => {
  for (const method of ['POST', 'PUT', 'DELETE', 'OPTIONS', 'PATCH', 'PROPFIND'])
    for (const path of ['/', '/texte/uhren', '/..%2f', '/%']) {
      const { status, body, head } = await ask(path, { method })
      assert.deepEqual([status, body], [405, ownPage], `${method} ${path}`)
      assert.match(head, /allow: GET, HEAD/)
    }
})

test('HEAD says what GET would, without the body', async () => {
  const { status, head, body } = await ask('/texte/uhren/', { method: 'HEAD' })
  assert.deepEqual([status, body], [200, ''])
  assert.match(head, /content-length: 14/)
  assert.equal((await ask('/x', { method: 'HEAD' })).status, 404)
})

test('a site without a page 404 says so in a sentence', async () => {
  const bare = await serve(join(folder, 'site', 'texte'))
  const { status, body } = await ask('/x', { of: bare })
  assert.deepEqual([status, body], [404, 'Diese Seite gibt es nicht.'])
  await bare.stop()
})

test('the next free port is taken if one is in use', async () => {
  const { port } = new URL(server.url)
  const other = await serve(join(folder, 'site'), { port: Number(port) })
  assert.notEqual(new URL(other.url).port, port)
  assert.equal((await ask('/', { of: other })).status, 200)
  await other.stop()
})
