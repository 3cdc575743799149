/** Checks of the files of built sites. */
import assert from 'node:assert/strict'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { test } from 'node:test'
import { HtmlValidate } from 'html-validate'
import { isTaken } from '../../src/contract/ids.ts'
import { slugOf } from '../../src/contract/folding.ts'
import { filesIn, pagesIn } from '../site-files.ts'
import { builtSites, type SiteName } from '../e2e/sites.ts'
import { all, readDocument } from './documents.ts'

const validator = new HtmlValidate({
  extends: ['html-validate:standard', 'html-validate:a11y'],
  rules: {},
})

const noindex = '<meta name="robots" content="noindex"'

for (const site of ['local', 'public'] as const) {
  test(`the HTML of the ${site} site is valid`, async () => {
    const { folder } = builtSites()[site]
    const faults: string[] = []
    for (const page of await pagesIn(folder)) {
      const { results } = await validator.validateFile(join(folder, page))
      for (const { ruleId, message, line, column } of results.flatMap(({ messages }) => messages))
        faults.push(`${page}:${line}:${column} ${message} (${ruleId})`)
    }
    assert.deepEqual(faults, [])
  })

  test(`every link and address of the ${site} site leads somewhere`, async () => {
    const pages = await readPages(site)
    const { folder, base } = builtSites()[site]
    const files = new Set(await filesIn(folder))
    const faults: string[] = []
    for (const [page, { addresses }] of pages)
      for (const address of new Set(addresses)) {
        const target = new URL(address, `https://here${base}${page}`)
        if (target.host !== 'here') continue
        const path = decodeURI(target.pathname.slice(base.length)).replace(
          /(^|\/)$/,
          '$1index.html',
        )
        const place = decodeURIComponent(target.hash.slice(1))
        if (!target.pathname.startsWith(base)) faults.push(`${page}: ${address} leaves the site`)
        else if (!files.has(path)) faults.push(`${page}: no file for ${address}`)
        else if (place && pages.has(path) && !pages.get(path)!.ids.has(place))
          faults.push(`${page}: no place for ${address}`)
      }
    assert.deepEqual(faults, [])
  })
}

for (const site of ['local', 'public'] as const)
  test(`every page of the ${site} site has a title, one heading of level 1 and its language`, async () => {
    for (const path of await pagesIn(builtSites()[site].folder)) {
      const page = readDocument(site, path)
      assert.notEqual(page.title, '', path)
      assert.equal(all('h1', page).length, 1, path)
      assert.equal(page.documentElement.lang, 'de', path)
    }
  })

test('the sitemap names every page for search engines and no other', async () => {
  const { folder, base } = builtSites().public
  const map = await readFile(join(folder, 'sitemap.xml'), 'utf8')
  const addresses = [...map.matchAll(/<loc>([^<]*)<\/loc>/g)].map(([, url]) => url)
  const wanted: string[] = []
  for (const page of await pagesIn(folder)) {
    const html = await readFile(join(folder, page), 'utf8')
    if (!html.includes(noindex))
      wanted.push(`https://lesen.example${base}${page.replace(/index\.html$/, '')}`)
  }
  assert.deepEqual(addresses.toSorted(), wanted.toSorted())
  assert.ok(!addresses.includes(`https://lesen.example${base}404.html`))
  const robots = await readFile(join(folder, 'robots.txt'), 'utf8')
  assert.ok(robots.includes(`Sitemap: https://lesen.example${base}sitemap.xml`))
})

test('no two pages have the same title or description', async () => {
  // Only pages for search engines: one-file editions repeat texts.
  const pages = [...(await readPages('public'))].filter(([, { indexed }]) => indexed)
  for (const part of ['title', 'description'] as const) {
    const seen = Map.groupBy(pages, ([, page]) => page[part])
    const twice = [...seen].filter(([, group]) => group.length > 1).map(([words]) => words)
    assert.deepEqual(twice, [])
  }
})

interface ReadPage {
  ids: Set<string>
  addresses: string[]
  title: string
  description: string
  /** Whether it may be indexed by search engines. */
  indexed: boolean
}

async function readPages(site: SiteName): Promise<Map<string, ReadPage>> {
  const { folder } = builtSites()[site]
  const pages = new Map<string, ReadPage>()
  for (const page of await pagesIn(folder)) {
    const html = (await readFile(join(folder, page), 'utf8')).replace(
      /<(script|style)\b.*?<\/\1>/gs,
      '',
    )
    const all = (pattern: RegExp) =>
      [...html.matchAll(pattern)].map(([, value]) => unescape(value!))
    pages.set(page, {
      ids: new Set(all(/\sid="([^"]*)"/g)),
      addresses: all(/\s(?:href|src)="([^"]*)"/g),
      indexed: !html.includes(noindex),
      title: all(/<title>([^<]*)/g)[0]!,
      description: all(/<meta name="description" content="([^"]*)"/g)[0]!,
    })
  }
  return pages
}

const unescape = (value: string) =>
  value.replace(/&(?:amp|#38|#x26);/g, '&').replace(/&(?:quot|#34|#x22);/g, '"')

/** Ids that the headings of a text or a page and the files of the glossary have: `suche`, `zum-mitnehmen-2`. */
const canBeOfContent = (id: string) => slugOf(id) === id && !isTaken(id)

for (const site of ['local', 'public'] as const)
  test(`no part of the interface of the ${site} site has an id that a heading can have`, async () => {
    const faults: string[] = []
    for (const path of await pagesIn(builtSites()[site].folder)) {
      const page = readDocument(site, path)
      const ids = all('[id]', page).map(({ id }) => id)
      // In a file of several pages the names of the others give way to the headings of the first.
      const named = 'file' in page.documentElement.dataset ? [] : all('[id]', page)
      for (const element of named) {
        const isHeading = /^H[2-6]$/.test(element.tagName) && element.closest('article, .prose')
        const isTerm = element.matches('.terms > div') && path.startsWith('glossar/')
        if (canBeOfContent(element.id) && !isHeading && !isTerm)
          faults.push(`${path}: ${element.id}`)
      }
      assert.deepEqual(
        ids.filter((id, i) => ids.indexOf(id) !== i),
        [],
        `ids of ${path} are unique`,
      )
    }
    assert.deepEqual(faults, [])
  })
