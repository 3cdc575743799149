import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { test } from '@playwright/test'
import { detectCoins, readPage } from '../unit/citation/zotero.ts'
import { expect, open, own, published } from './citing-page.ts'
import { builtSites } from './sites.ts'

test.use({ permissions: ['clipboard-read', 'clipboard-write'] })

test('offline, the data for citing are there and downloads are not', async () => {
  const worker = await readFile(join(builtSites().public.folder, 'sw.js'), 'utf8')
  expect(worker).toContain(`texte/${own}/nachweis.json`)
  expect(worker).not.toMatch(/literatur\.bib|nachweis\.ris|literatur\.json/)
})

test('Zotero finds an article on every text page, and all works in the bibliography', async ({
  page,
}) => {
  const { local } = builtSites()
  await open(page)
  const found = await page.evaluate(() => ({
    tags: [...document.querySelectorAll<HTMLMetaElement>('meta[content]')].map((meta) => ({
      name: meta.name || (meta.getAttribute('property') ?? ''),
      content: meta.content,
    })),
    title: document.title,
    url: location.href,
    abstract: document.querySelector('.lead')!.textContent!.replace(/\s+/g, ' ').trim(),
    data: JSON.parse(document.querySelector('script[type="application/ld+json"]')!.textContent!),
  }))
  const item = readPage(found)
  expect(item).toMatchObject({
    itemType: 'journalArticle',
    creators: ['|Redaktion'],
    publicationTitle: 'Am harten Kern, gelesen',
    language: 'de',
    url: published(own),
    abstractNote: found.abstract,
  })
  expect(found.data).toMatchObject({ '@type': 'ScholarlyArticle', url: published(own) })

  await page.goto(`${local.url}literatur/`)
  const coins = await page
    .locator('span.Z3988')
    .evaluateAll((all) => all.map((span) => span.getAttribute('title')!))
  expect(coins).toHaveLength(await page.locator('.bibliography > li').count())
  expect(detectCoins(coins)).toBe('multiple')
  for (const kind of ['BibTeX', 'RIS', 'CSL-JSON']) {
    const link = page.locator('main').getByRole('link', { name: kind, exact: true })
    const answer = await page.request.get(
      new URL((await link.getAttribute('href'))!, page.url()).href,
    )
    expect(answer.ok()).toBe(true)
    expect((await answer.text()).length).toBeGreaterThan(20_000)
  }
})
