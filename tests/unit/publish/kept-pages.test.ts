import assert from 'node:assert/strict'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, test } from 'node:test'
import type { AstroPrerenderer } from 'astro'
import { keepAwaitedIn } from '../../../src/kept/keep.ts'
import { openStore } from '../../../src/kept/store.ts'
import { keepPages } from '../../../src/publish/kept-pages.ts'

const folder = mkdtempSync(join(tmpdir(), 'kept-pages-'))
after(() => rmSync(folder, { recursive: true }))

type Paths = Awaited<ReturnType<AstroPrerenderer['getStaticPaths']>>
type Options = Parameters<AstroPrerenderer['render']>[1]

/** Renders all pages, path → key, as a build of this code would; returns the pages and which were rendered anew. */
async function render(keys: Record<string, string | undefined>, code = 'code') {
  const anew: string[] = []
  const inner = {
    name: 'made up',
    getStaticPaths: async () =>
      Object.entries(keys).map(([pathname, cacheKey]) => ({ pathname, cacheKey })) as Paths,
    render: async (request: Request) => {
      const { pathname } = new URL(request.url)
      anew.push(pathname)
      return new Response(`${pathname} ${keys[decodeURI(pathname).slice('/unter'.length)]}`, {
        headers: { 'content-type': 'text/html' },
      })
    },
  }
  const keep = keepAwaitedIn(openStore(folder), code)
  const pages = keepPages(inner, keep, '/unter/')
  const shown: string[] = []
  for (const { pathname } of await pages.getStaticPaths()) {
    const request = new Request(new URL(`/unter${pathname}`, 'https://example.org'))
    const response = (await pages.render(request, {} as Options)) as Response
    assert.equal(response.headers.get('content-type'), 'text/html')
    shown.push(await response.text())
  }
  return { anew, shown }
}

test('a page is rendered again if its key or the code has changed, or it has none', async () => {
  const keys = { '/texte/x/': 'a', '/texte/größe/': 'b', '/': undefined }
  const first = await render(keys)
  assert.deepEqual(first.anew, ['/unter/texte/x/', '/unter/texte/gr%C3%B6%C3%9Fe/', '/unter/'])
  const second = await render(keys)
  assert.deepEqual(second.anew, ['/unter/'])
  assert.deepEqual(second.shown, first.shown)
  const changed = await render({ ...keys, '/texte/x/': 'c' })
  assert.deepEqual(changed.anew, ['/unter/texte/x/', '/unter/'])
  assert.equal(changed.shown[0], '/unter/texte/x/ c')
  assert.equal((await render(keys, 'other code')).anew.length, 3)
})

test('a page that has the key of another is not that page', async () => {
  const { shown } = await render({ '/texte/a/': 'same', '/texte/b/': 'same' })
  assert.deepEqual(shown, ['/unter/texte/a/ same', '/unter/texte/b/ same'])
})
