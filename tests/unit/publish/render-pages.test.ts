import assert from 'node:assert/strict'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, test } from 'node:test'
import type { AstroPrerenderer, RouteData } from 'astro'
import { renderPages } from '../../../src/publish/render-pages.ts'

const publicFolder = mkdtempSync(join(tmpdir(), 'public-'))
after(() => rmSync(publicFolder, { recursive: true }))

type Paths = Awaited<ReturnType<AstroPrerenderer['getStaticPaths']>>

/** The files that these routes become: name → the address for which it was rendered. */
async function filesOf(routes: readonly [pathname: string, type: RouteData['type']][]) {
  const files: Record<string, string> = {}
  const renderer = {
    name: 'made up',
    getStaticPaths: async () =>
      routes.map(([pathname, type]) => ({ pathname, route: { type, component: 'x' } })) as Paths,
    render: async ({ url }: Request) =>
      url.includes('leer') ? new Response(null, { status: 204 }) : new Response(url),
  }
  const address = new URL('https://example.org/unter/')
  await renderPages(renderer, { address, publicFolder }, async (name, content) => {
    files[name] = Buffer.from(content).toString().replace(address.href, '')
  })
  return files
}

test('pages become files of folders, but for that of the error, and other routes files of their name', async () => {
  assert.deepEqual(
    await filesOf([
      ['/', 'page'],
      ['/404', 'page'],
      ['/texte/größe', 'page'],
      ['/glossar/', 'page'],
      ['/manifest.webmanifest', 'endpoint'],
      ['/texte/größe/nachweis.json/', 'endpoint'],
    ]),
    {
      'index.html': '',
      '404.html': '404/',
      'texte/größe/index.html': 'texte/gr%C3%B6%C3%9Fe/',
      'glossar/index.html': 'glossar/',
      'manifest.webmanifest': 'manifest.webmanifest',
      'texte/größe/nachweis.json': 'texte/gr%C3%B6%C3%9Fe/nachweis.json/',
    },
  )
})

test('a page without a body is not there', async () => {
  assert.deepEqual(await filesOf([['/leer', 'page']]), {})
})

test('a file of public/ and the first of one name are what the site has', async (t) => {
  writeFileSync(join(publicFolder, 'manifest.webmanifest'), '{}')
  const { mock } = t.mock.method(console, 'warn', () => {})
  assert.deepEqual(
    await filesOf([
      ['/manifest.webmanifest', 'endpoint'],
      ['/texte', 'page'],
      ['/texte/', 'page'],
    ]),
    { 'texte/index.html': 'texte/' },
  )
  assert.deepEqual(
    mock.calls.map(({ arguments: [words] }) => String(words).split(' ')[0]),
    ['manifest.webmanifest', 'texte/index.html'],
  )
})
