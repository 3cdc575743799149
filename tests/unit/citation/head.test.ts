import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Work } from '../../../src/citation/csl.ts'
import { toCoins } from '../../../src/citation/coins.ts'
import { headData } from '../../../src/citation/page-metadata.ts'
import { nameOf, textAsWork } from '../../../src/citation/text-work.ts'
import { bibliography } from './reading.ts'
import { detectCoins, detectType, readContextObject, readPage, type Page } from './zotero.ts'

const edition = { title: 'Uhrenkunde', subtitle: 'Eine Ausgabe', editors: ['Redaktion'] }
const address = 'https://lesen.example/texte/uhren/'
const text = {
  slug: 'uhren',
  title: 'Von Uhren',
  subtitle: 'und Menschen',
  author: ['Ada van der Werk', 'Uhrwerk'],
  language: 'de',
  date: '2026-11-23',
  version: '1.0',
  rights: { status: 'open', licence: 'CC-BY-4.0' },
} as const
const printed: Work = {
  id: 'werk-2025',
  type: 'article-journal',
  title: 'Von Uhren: und Menschen',
  author: [{ family: 'Werk', given: 'Ada', 'non-dropping-particle': 'van der' }],
  'container-title': 'Zeitschrift für Zeit',
  volume: '18',
  issue: '34',
  page: '104-120',
  issued: { 'date-parts': [[2025, 4]] },
  DOI: '10.1000/zeit.34',
}

const head = (print?: Work) =>
  headData(
    text,
    textAsWork({ ...text, author: [...text.author] }, edition, address, print),
    edition,
    'https://lesen.example/',
  )

/** The page with the metadata that the layout adds (components/SocialMeta.astro). */
const pageOf = (print?: Work): Page => ({
  tags: [
    { name: 'description', content: 'Worum es geht.' },
    { name: 'og:title', content: 'Von Uhren' },
    { name: 'og:description', content: 'Worum es geht.' },
    { name: 'og:type', content: 'article' },
    { name: 'og:site_name', content: edition.title },
    { name: 'og:url', content: address },
    { name: 'twitter:card', content: 'summary_large_image' },
    ...head(print).meta,
  ],
  title: 'Von Uhren – Uhrenkunde',
  url: address,
})

test('Zotero detects a text of the edition as a journal article in the edition', () => {
  const page = pageOf()
  assert.equal(detectType(page), 'journalArticle')
  assert.deepEqual(readPage(page), {
    itemType: 'journalArticle',
    title: 'Von Uhren: und Menschen',
    creators: ['Ada|van der Werk', '|Uhrwerk'],
    date: '2026/11/23',
    publicationTitle: 'Uhrenkunde',
    publisher: 'Redaktion',
    abstractNote: 'Worum es geht.',
    language: 'de',
    url: address,
  })
})

test('Zotero detects a printed text as an article in its journal', () => {
  const page = pageOf(printed)
  assert.equal(detectType(page), 'journalArticle')
  const item = readPage(page)
  assert.deepEqual(
    [item['publicationTitle'], item['volume'], item['issue'], item['pages'], item['date']],
    ['Zeitschrift für Zeit', '18', '34', '104-120', '2025/04'],
  )
  assert.deepEqual([item['DOI'], item['url']], ['10.1000/zeit.34', address])
  assert.deepEqual(item.creators, ['Ada|van der Werk'])
})

test('without the tags Zotero detects only a web page', () => {
  const { tags, ...page } = pageOf()
  const others = tags.filter(({ name }) => !name.startsWith('citation_'))
  assert.equal(detectType({ ...page, tags: others }), 'webpage')
})

test('signposting links lead to address, licence and data', () => {
  const { links } = head()
  const by = (rel: string) => links.filter((link) => link.rel === rel).map(({ href }) => href)
  assert.deepEqual(by('cite-as'), [address])
  assert.deepEqual(by('license'), ['https://creativecommons.org/licenses/by/4.0/'])
  assert.deepEqual(by('describedby'), ['nachweis.bib', 'nachweis.ris', 'nachweis.csl.json'])
  assert.deepEqual(by('type'), [
    'https://schema.org/ScholarlyArticle',
    'https://schema.org/AboutPage',
  ])
})

test('JSON-LD names author, version, licence and edition', () => {
  const data = head(printed).jsonLd as Record<string, unknown>
  assert.equal(data['@type'], 'ScholarlyArticle')
  assert.deepEqual(data['author'], [
    { '@type': 'Person', name: 'Ada van der Werk', familyName: 'Werk', givenName: 'Ada' },
  ])
  assert.deepEqual(
    [data['version'], data['datePublished'], data['license'], data['isAccessibleForFree']],
    ['1.0', '2025-04', 'https://creativecommons.org/licenses/by/4.0/', true],
  )
  assert.equal((data['isPartOf'] as { name: string }).name, 'Uhrenkunde')
})

test('names are split before their particles', () => {
  assert.deepEqual(nameOf('Yael Anna Muster'), { family: 'Muster', given: 'Yael Anna' })
  assert.deepEqual(nameOf('Redaktion'), { literal: 'Redaktion' })
  assert.deepEqual(nameOf('Beispiel, Karl'), { family: 'Beispiel', given: 'Karl' })
  assert.deepEqual(nameOf('von Beispiel, Karl'), {
    ...{ family: 'Beispiel', given: 'Karl' },
    'non-dropping-particle': 'von',
  })
  for (const body of ['Institut für Sache und Ding', 'Verein zur Pflege, Jena, e. V.'])
    assert.deepEqual(nameOf(body), { literal: body })
})

test('Zotero detects the bibliography as a list of all its works', () => {
  const titles = bibliography.map(toCoins)
  assert.equal(detectCoins(titles), 'multiple')
  const wrong = bibliography.flatMap((work, i) => {
    const item = readContextObject(titles[i]!)
    const people = (work.author ?? work.editor ?? []).filter(({ literal }) => literal !== 'u. a.')
    const wanted = {
      itemType: kinds[work.type],
      title: work.title,
      creators: people.length,
      publicationTitle: work['container-title'],
      date: work.issued?.['date-parts']?.[0]?.map((n) => String(n).padStart(2, '0')).join('-'),
      pages: work.page,
      volume: work.volume,
      issue: work.issue,
      DOI: work.DOI,
      url: work.URL,
      publisher: work.publisher,
      language: work.language,
    }
    return Object.entries(wanted)
      .filter(([field, value]) => {
        const found = field === 'creators' ? item?.creators.length : item?.[field]
        return String(found ?? '') !== String(value ?? '')
      })
      .map(([field, value]) => `${work.id}: ${field} ${value} → ${item?.[field]}`)
  })
  assert.deepEqual(wrong, [])
})

const kinds: Record<string, string> = {
  'article-journal': 'journalArticle',
  book: 'book',
  article: 'preprint',
  'article-newspaper': 'newspaperArticle',
  'article-magazine': 'magazineArticle',
  'paper-conference': 'conferencePaper',
  chapter: 'bookSection',
  'post-weblog': 'blogPost',
  post: 'forumPost',
  legislation: 'statute',
  report: 'report',
  webpage: 'webpage',
  motion_picture: 'videoRecording',
  speech: 'presentation',
  interview: 'interview',
}

test('a DOI of the edition of a text is its lasting address, for Zotero and for programs', () => {
  const cited = { ...text, author: [...text.author], doi: '10.5072/uhren.1' }
  const work = textAsWork(cited, edition, address, printed)
  const { meta, links, jsonLd } = headData(cited, work, edition, 'https://lesen.example/')
  const [doi, ...others] = meta.filter(({ name }) => name === 'citation_doi')
  assert.deepEqual([doi?.content, others], ['10.5072/uhren.1', []])
  const [lasting] = links.filter(({ rel }) => rel === 'cite-as')
  assert.equal(lasting?.href, 'https://doi.org/10.5072/uhren.1')
  assert.equal((jsonLd as Record<string, unknown>)['identifier'], lasting?.href)
  assert.equal(meta.find(({ name }) => name === 'citation_public_url')?.content, address)
})

test('a DOI that a bibliography has as an address is given as one of both', () => {
  const { meta, links, jsonLd } = head({ ...printed, DOI: 'https://doi.org/10.1000/zeit.34' })
  assert.equal(meta.find(({ name }) => name === 'citation_doi')?.content, '10.1000/zeit.34')
  assert.equal((jsonLd as Record<string, unknown>)['identifier'], 'https://doi.org/10.1000/zeit.34')
  assert.equal(links.find(({ rel }) => rel === 'cite-as')?.href, address)
})
