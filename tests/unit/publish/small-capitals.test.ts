import assert from 'node:assert/strict'
import { test } from 'node:test'
import { smallCapitals } from '../../../src/publish/page-steps/small-capitals.ts'
import { siteOf } from './site-of.ts'

const preload = '<link rel="preload" as="font" href="/unter/_astro/edition-serif-roman.a.woff2">'

/** Kinds of small capitals that a page with these words preloads. */
async function preloaded(words: string): Promise<string[]> {
  const { site, remove } = await siteOf(
    {
      'index.html': `<head>${preload}</head><body>${words}</body>`,
      '_astro/edition-serif-capitals.b.woff2': '',
      '_astro/edition-sans-capitals.c.woff2': '',
    },
    { address: 'https://example.org/unter/' },
  )
  const [page] = site.pages
  await smallCapitals(page!, site)
  const { html } = page!
  await remove()
  const links = html.matchAll(/href="\/unter\/_astro\/edition-(\w+)-capitals\.\w\.woff2"/g)
  return Array.from(links, ([, kind]) => kind!)
}

const meier = '<span class="small-caps">Meier</span>'

test('a page preloads the small capitals that it has, and no others', async () => {
  assert.deepEqual(await preloaded('<p>Meier</p>'), [])
  assert.deepEqual(await preloaded(`<h2>${meier}</h2>`), ['serif'])
  assert.deepEqual(await preloaded(`<div class="note"><p>${meier}</p></div>`), ['sans'])
  assert.deepEqual(await preloaded(`<table><tr><td>${meier}</table>`), ['sans'])
  assert.deepEqual(await preloaded(`<p>${meier}</p><div class="gloss">${meier}</div>`), [
    'serif',
    'sans',
  ])
})
