import assert from 'node:assert/strict'
import { test } from 'node:test'
import { figureSizes } from '../../../src/publish/page-steps/figure-sizes.ts'
import { siteOf } from './site-of.ts'

const svg = '<svg xmlns="http://www.w3.org/2000/svg" width="120" height="80"/>'

async function sized(html: string): Promise<string> {
  const { site, remove } = await siteOf({ 'index.html': html, 'rad.svg': svg })
  const [page] = site.pages
  await figureSizes(page!, site)
  const sized = page!.html
  await remove()
  return sized
}

test('a figure gets the size of its file anywhere on the page', async () => {
  const img = '<img src="/rad.svg" alt="Rad">'
  const withSize = '<img width="120" height="80" src="/rad.svg" alt="Rad">'
  assert.equal(await sized(`<p>${img}</p>${img}`), `<p>${withSize}</p>${withSize}`)
})

test('existing sizes and figures on other sites are not changed', async () => {
  const html =
    '<img width="7" src="/rad.svg"><img src="https://elsewhere.example/weg.svg"><img src="data:image/png;base64,x">'
  assert.equal(await sized(html), html)
})
