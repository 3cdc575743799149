import assert from 'node:assert/strict'
import { test } from 'node:test'
import { withSizes } from '../../../src/publish/page-steps/figure-sizes.ts'

const sizes: Record<string, { width: number; height: number }> = {
  '/rad.svg': { width: 120, height: 80 },
}
const withKnown = (html: string) => withSizes(html, async (source) => sizes[source] ?? null)

test('a figure gets the size of its file, wherever it stands', async () => {
  const img = '<img src="/rad.svg" alt="Rad">'
  const sized = '<img width="120" height="80" src="/rad.svg" alt="Rad">'
  assert.equal(await withKnown(`<p>${img}</p>${img}`), `<p>${sized}</p>${sized}`)
})

test('a size that is there stays, as does a figure whose size nobody knows', async () => {
  const html =
    '<img width="7" src="/rad.svg"><img src="/weg.svg"><img src="data:image/png;base64,x">'
  assert.equal(await withKnown(html), html)
})
