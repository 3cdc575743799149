import assert from 'node:assert/strict'
import { test } from 'node:test'
import { readSite } from '../../../src/publish/site-steps/search/read-site.ts'
import { siteOf } from './site-of.ts'

test('what has no word, like an asterism, is nothing to find', async () => {
  const { site, remove } = await siteOf({
    'texte/x/index.html':
      '<h1>X</h1><article data-text="x"><h2 id="r">§</h2><p id="abs-1">***</p><p id="abs-2">Ein Wort</p></article>',
  })
  const { records } = readSite(site)
  assert.deepEqual(
    records.map(({ url }) => url),
    ['/texte/x/#abs-2'],
  )
  await remove()
})
