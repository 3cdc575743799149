/** The configurations of web servers, tried with those that are installed. */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { parse } from 'yaml'
import { servers } from '../../../src/publish/server-files/write.ts'
import { isMissing, serveWith, webServers, write } from '../../web-servers.ts'

const files = {
  'index.html': '<h1>Titel</h1>',
  '404.html': '<h1>Nicht da</h1>',
  'texte/uhren/index.html': `<h1>Uhren</h1>${'<p>Takt und Takt.</p>'.repeat(300)}`,
  '_astro/page.B1x.js': `// ${'x'.repeat(5000)}`,
  'manifest.webmanifest': '{}',
  'literatur.bib': '@book{a, title = {Über Uhren}}',
}

for (const [name, server] of Object.entries(webServers))
  for (const base of [
    ...['/', '/lesen/ausgabe/', '/~rad/uhren+1.0/'],
    // ü as addresses have it; Caddy finds nothing below it.
    ...(name === 'caddy' ? [] : ['/%C3%BCber/']),
  ])
    test(
      `${name} serves a site below ${base}`,
      { skip: isMissing(server), timeout: 60_000 },
      async () => {
        const { home, stop } = await serveWith(server, base, (root) => {
          for (const [path, content] of Object.entries(files)) write(root, path, content)
        })
        try {
          const get = async (address: string) => {
            const answer = await fetch(address, { headers: { 'accept-encoding': 'gzip' } })
            return { status: answer.status, words: await answer.text(), headers: answer.headers }
          }
          const page = await get(`${home}texte/uhren/`)
          assert.equal(page.status, 200)
          assert.match(page.words, /Uhren/)
          assert.match(page.headers.get('content-type')!, /text\/html; charset=utf-8/i)
          assert.equal(page.headers.get('content-encoding'), 'gzip')
          assert.equal(page.headers.get('cache-control'), 'no-cache')
          assert.equal(page.headers.get('x-content-type-options'), 'nosniff')
          assert.match(page.headers.get('content-security-policy')!, /frame-ancestors/)
          assert.match((await get(`${home}texte/uhren`)).words, /Uhren/)
          // The address of the edition as people write it.
          assert.match((await get(home.replace(/\/$/, ''))).words, /Titel/)
          const script = await get(`${home}_astro/page.B1x.js`)
          assert.match(script.headers.get('cache-control')!, /max-age=31536000, immutable/)
          assert.equal(script.headers.get('content-encoding'), 'gzip')
          const { headers } = await get(`${home}manifest.webmanifest`)
          assert.match(headers.get('content-type')!, /^application\/manifest\+json/)
          const bibtex = await get(`${home}literatur.bib`)
          assert.match(
            bibtex.headers.get('content-type')!,
            /^application\/x-bibtex; ?charset=utf-8/i,
          )
          const missing = await get(`${home}texte/nichts/`)
          assert.equal(missing.status, 404)
          assert.match(missing.words, /Nicht da/)
          assert.equal(missing.headers.get('cache-control'), 'no-cache')
          // A hashed file of an older version: the page that says so is not kept in its place.
          const older = await get(`${home}_astro/page.A0x.js`)
          assert.equal(older.status, 404)
          assert.equal(older.headers.get('cache-control'), 'no-cache')
        } finally {
          await stop()
        }
      },
    )

test('hosts that read a file of headers have the same lifetimes', () => {
  const { path, content } = servers.netlify({ host: 'x.example', base: '/a/', root: '/x' })
  assert.equal(path, 'public/_headers')
  assert.match(content, /^\/\*\n(?: {2}.*\n)* {2}Cache-Control: no-cache\n\/a\/_astro\/\*\n/)
  assert.match(content, / {2}Cache-Control: public, max-age=31536000, immutable\n$/)
})

test('the workflow for GitHub Pages builds and publishes, and keeps what it has built', () => {
  const { path, content, besides } = servers.github({ host: 'x.example', base: '/a/', root: '/x' })
  assert.equal(path, '.github/workflows/edition.yml')
  assert.deepEqual(besides, { 'public/.nojekyll': '' })
  const { jobs, permissions } = parse(content)
  assert.deepEqual(permissions, { contents: 'read', pages: 'write', 'id-token': 'write' })
  const { env, steps } = jobs.publish
  const cache = steps.find(({ uses }: { uses?: string }) => uses?.startsWith('actions/cache@'))
  assert.equal(env.EDITION_CACHE, `\${{ github.workspace }}/${cache.with.path}`)
  assert.ok(cache.with.key.startsWith(cache.with['restore-keys']))
  const done = steps.map(({ uses, run }: { uses?: string; run?: string }) => run ?? uses)
  assert.deepEqual(
    done.map((step: string) => step.replace(/^actions\/|@v\d+$/g, '')),
    [
      ...['checkout', 'setup-node', 'cache', 'npm install', 'npm run check', 'npm run build'],
      ...['upload-pages-artifact', 'deploy-pages'],
    ],
  )
})
