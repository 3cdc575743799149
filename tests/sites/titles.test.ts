import assert from 'node:assert/strict'
import { test } from 'node:test'
import { pagesIn } from '../site-files.ts'
import { builtSites } from '../e2e/sites.ts'
import { all, readDocument } from './documents.ts'

test('the title of a page is its first heading, before the name of the edition', async () => {
  const edition = readDocument('local', '').title
  for (const page of await pagesIn(builtSites().local.folder)) {
    const document = readDocument('local', page)
    const [first] = all(':is(h1, h2, h3, h4)', document)
    assert.equal(first?.tagName, 'H1', page)
    const heading = first.textContent.replace(/\s+/g, ' ').trim()
    const title = document.title.replace(` – ${edition}`, '')
    // A subtitle may follow.
    assert.ok(`${heading} `.startsWith(`${title} `), `${page}: “${title}”, “${heading}”`)
  }
})
