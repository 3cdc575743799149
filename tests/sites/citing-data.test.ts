import assert from 'node:assert/strict'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { test } from 'node:test'
import { builtSites } from '../e2e/sites.ts'
import { texts } from '../fixture-edition.ts'
import { detectCoins, readPage } from '../unit/citation/zotero.ts'
import { all, readDocument } from './documents.ts'

const published = `https://lesen.example/texte/${texts.long}/`

test('citation data are stored for offline reading, downloads are not', async () => {
  const worker = await readFile(join(builtSites().public.folder, 'sw.js'), 'utf8')
  assert.ok(worker.includes(`texte/${texts.long}/nachweis.json`))
  assert.doesNotMatch(worker, /literatur\.bib|nachweis\.ris|literatur\.json/)
})

test('Zotero finds an article on the page of a text', () => {
  const page = readDocument('local', `texte/${texts.long}/`)
  const tags = all('meta[content]', page).map((meta) => ({
    name: meta.getAttribute('name') || (meta.getAttribute('property') ?? ''),
    content: meta.getAttribute('content')!,
  }))
  const item = readPage({
    tags,
    title: page.title,
    url: `${builtSites().local.url}texte/${texts.long}/`,
  })
  assert.equal(item.itemType, 'journalArticle')
  assert.deepEqual(item.creators, ['|Redaktion'])
  assert.equal(item['publicationTitle'], 'Am harten Kern, gelesen')
  assert.equal(item['language'], 'de')
  assert.equal(item['url'], published)
  const abstract = page.querySelector('.lead')!.textContent.replace(/\s+/g, ' ').trim()
  assert.equal(item['abstractNote'], abstract)
  const script = page.querySelector('script[type="application/ld+json"]')!
  const data = JSON.parse(script.textContent) as Record<string, unknown>
  assert.equal(data['@type'], 'ScholarlyArticle')
  assert.equal(data['url'], published)
})

test('a text with a DOI of its own names it wherever it is cited', async () => {
  const { folder } = builtSites().local
  const page = readDocument('local', `texte/${texts.small}/`)
  const [doi] = all('meta[name=citation_doi]', page)
  assert.equal(doi?.getAttribute('content'), '10.5072/pruefstein.1')
  const [lasting] = all('link[rel=cite-as]', page)
  assert.equal(lasting?.getAttribute('href'), 'https://doi.org/10.5072/pruefstein.1')
  const [reference] = all('.end-matter .reference', page)
  assert.match(reference!.textContent, /https:\/\/doi\.org\/10\.5072\/pruefstein\.1\.\s*$/)
  const read = (name: string) => readFile(join(folder, `texte/${texts.small}/${name}`), 'utf8')
  for (const name of ['nachweis.bib', 'nachweis.ris', 'nachweis.csl.json', 'nachweis.json'])
    assert.ok((await read(name)).includes('10.5072/pruefstein.1'), name)
})

test('Zotero files the PDF with the article', async () => {
  const { folder, url } = builtSites().local
  const page = readDocument('local', `texte/${texts.long}/`)
  // Its translator takes the first of these tags, as it is, and keeps the file only if it is sent as a PDF.
  const [tag] = all('meta[name=citation_pdf_url]', page)
  const address = new URL(tag!.getAttribute('content')!)
  // Scholar wants it in the folder of the page.
  assert.equal(address.href, `${published}${texts.long}.pdf`)
  const response = await fetch(new URL(address.pathname.slice(1), url))
  assert.equal(response.headers.get('content-type'), 'application/pdf')
  const file = await readFile(join(folder, `texte/${texts.long}/${texts.long}.pdf`))
  assert.equal(file.subarray(0, 5).toString(), '%PDF-')
})

test('Zotero finds all works in the bibliography, which can be downloaded', async () => {
  const { folder, base } = builtSites().local
  const page = readDocument('local', 'literatur/')
  const coins = all('span.Z3988', page).map((span) => span.getAttribute('title')!)
  assert.equal(coins.length, all('.bibliography > li', page).length)
  assert.equal(detectCoins(coins), 'multiple')
  for (const kind of ['BibTeX', 'RIS', 'CSL-JSON']) {
    const links = all('main a', page).filter(({ textContent }) => textContent.trim() === kind)
    assert.equal(links.length, 1, kind)
    const { pathname } = new URL(links[0]!.getAttribute('href')!, `https://here${base}literatur/`)
    const download = await readFile(join(folder, pathname.slice(base.length)), 'utf8')
    assert.ok(download.length > 20_000, kind)
  }
})
