import type { Page } from 'playwright'
import type { Unit } from './judge.ts'

/** The searchable units of a text, read from its page; each gloss once, even if it is on the page several times. */
export async function unitsOf(page: Page, url: string): Promise<Unit[]> {
  await page.goto(url)
  return page.evaluate(() => {
    const beside = '[role=doc-noteref],[role=doc-pagebreak],[role=doc-backlink],[aria-hidden=true]'
    const wording = (element: Element) => {
      const copy = element.cloneNode(true) as Element
      for (const part of copy.querySelectorAll(beside)) part.remove()
      return copy.textContent.replace(/\s+/g, ' ').trim()
    }
    const article = document.querySelector('article[data-text]')!
    const terms = new Set<string>()
    return [...article.querySelectorAll('[id^="abs-"], :is(h2, h3)[id], .note, .gloss')].flatMap(
      (element) => {
        if (element.matches('.gloss')) {
          const term = element.getAttribute('data-term')!
          if (terms.has(term)) return []
          terms.add(term)
        }
        const said = element.querySelector('[data-wording]') ?? element
        return [{ id: element.id, wording: wording(said) }]
      },
    )
  })
}

/** Ids of all hits in a text, read from the search page. */
export async function hitsOf(page: Page, site: string, text: string, query: string) {
  const wish = new URLSearchParams({ q: query, text, alle: '1' })
  await page.goto(`${site}suche/?${wish}`)
  await page.waitForSelector('[data-search-results][aria-busy=false]', { timeout: 60_000 })
  const hrefs = await page.$$eval('a[data-hit]', (links) =>
    links.map((link) => (link as HTMLAnchorElement).href),
  )
  return new Set(hrefs.map((href) => decodeURIComponent(new URL(href).hash.slice(1))))
}
