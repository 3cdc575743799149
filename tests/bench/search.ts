/**
 * Measures searching: `node tests/bench/search.ts [folder of a build]`. On the page of a text, Ctrl+K and immediately
 * the query: time from the first key to the first hit and to the complete answer, with and without the mobile profile;
 * bytes loaded from Ctrl+K on; time for each further key. Prints a table and lines of JSON.
 */
import { resolve } from 'node:path'
import { chromium, type Browser, type CDPSession, type Page } from 'playwright'
import { findChromium, launchOptions } from '../chromium.ts'
import { texts } from '../fixture-edition.ts'
import { mobile, throttle } from './mobile.ts'
import { serveCompressed } from './serve-compressed.ts'

const queries = ['Plattform', 'Dynamik', 'GPU', 'Kompresion', 'Regime']
const runs = 3

interface Cost {
  hit: number
  answer: number
  /** Up to the first hit, and up to the complete answer. */
  bytes: [number, number]
  requests: number
  keys: number[]
}

export async function benchSearch(browser: Browser, url: string) {
  const found: Record<string, unknown>[] = []
  for (const [profile, limits] of [
    ['mobile', mobile],
    ['free', null],
  ] as const)
    for (const query of queries) {
      const costs: Cost[] = []
      for (let i = 0; i < runs; i++) costs.push(await once(browser, url, query, limits))
      found.push({
        profile,
        query,
        'first hit ms': median(costs.map(({ hit }) => hit)),
        'answer ms': median(costs.map(({ answer }) => answer)),
        'KB to hit': median(costs.map(({ bytes }) => bytes[0])) / 1000,
        'KB to answer': median(costs.map(({ bytes }) => bytes[1])) / 1000,
        requests: median(costs.map(({ requests }) => requests)),
        'key ms': median(costs.flatMap(({ keys }) => keys)),
      })
    }
  return found
}

async function once(
  browser: Browser,
  url: string,
  query: string,
  limits: typeof mobile | null,
): Promise<Cost> {
  const context = await browser.newContext()
  // Without service worker, whose precache would be counted.
  await context.addInitScript(
    () => delete (Navigator.prototype as { serviceWorker?: unknown }).serviceWorker,
  )
  const page = await context.newPage()
  const session = await context.newCDPSession(page)
  const seen = count(session)
  await session.send('Network.enable')
  await page.goto(`${url}texte/${texts.long}/`, { waitUntil: 'networkidle' })
  // Waits until the page's own scripts have run.
  await page.waitForTimeout(1500)
  if (limits) await throttle(session, limits)
  const before = { ...seen }
  await watch(page)
  // Leaves no time for prefetching between the shortcut and the first key.
  await page.keyboard.press('Control+k')
  await page.keyboard.type(query)
  await page.waitForFunction(() => window.bench.hit > 0, null, { polling: 20, timeout: 60_000 })
  const atHit = seen.bytes - before.bytes
  await page.waitForFunction(() => window.bench.answer > 0, null, { timeout: 60_000 })
  const { hit, answer } = await page.evaluate(() => window.bench)
  const bytes: Cost['bytes'] = [atHit, seen.bytes - before.bytes]
  const requests = seen.requests - before.requests
  const keys = await furtherKeys(page)
  await context.close()
  return { hit, answer, bytes, requests, keys }
}

declare global {
  interface Window {
    bench: { hit: number; answer: number }
  }
}

/** Measures times from the first key on, in the page. */
const watch = (page: Page) =>
  page.evaluate(() => {
    window.bench = { hit: 0, answer: 0 }
    let first = 0
    const isLetter = ({ key, ctrlKey }: KeyboardEvent) => key.length === 1 && !ctrlKey
    document.addEventListener(
      'keydown',
      (event) => (first ||= isLetter(event) ? performance.now() : 0),
      {
        capture: true,
      },
    )
    new MutationObserver(() => {
      const results = document.querySelector('#ui_suche [data-search-results]')
      if (!first || !results?.querySelector('a[data-hit]')) return
      window.bench.hit ||= performance.now() - first
      const settled = results.getAttribute('aria-busy') === 'false'
      if (settled && !window.bench.answer) window.bench.answer = performance.now() - first
    }).observe(document.body, { childList: true, attributes: true, subtree: true })
  })

/** Time from a key to the hits, with everything loaded: deletes a letter and types it again. */
const furtherKeys = (page: Page) =>
  page.evaluate(async () => {
    const field = document.querySelector<HTMLInputElement>('#ui_suche input[type=search]')!
    const results = document.querySelector('#ui_suche [data-search-results]')!
    const query = field.value
    const times: number[] = []
    for (let i = 0; i < 12; i++) {
      const shown = new Promise<number>((done) => {
        const observer = new MutationObserver(() => {
          observer.disconnect()
          done(performance.now())
        })
        observer.observe(results, { childList: true })
      })
      field.value = i % 2 === 0 ? query.slice(0, -1) : query
      // Subtracts the wait for the next frame. Requested first, so that it runs before the search's own.
      const frame = new Promise<number>((done) =>
        requestAnimationFrame(() => done(performance.now())),
      )
      const start = performance.now()
      field.dispatchEvent(new InputEvent('input', { bubbles: true }))
      const typed = performance.now() - start
      times.push(typed + (await shown) - (await frame))
      await new Promise((done) => setTimeout(done, 50))
    }
    return times
  })

function count(session: CDPSession): { bytes: number; requests: number } {
  const seen = { bytes: 0, requests: 0 }
  session.on('Network.loadingFinished', ({ encodedDataLength }) => {
    seen.bytes += encodedDataLength
    seen.requests++
  })
  return seen
}

const median = (values: number[]) =>
  Math.round(([...values].sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0) * 10) / 10

if (import.meta.main) {
  const folder = resolve(process.argv[2] ?? 'dist-local')
  const server = await serveCompressed(folder)
  const browser = await chromium.launch(launchOptions(findChromium()))
  const found = await benchSearch(browser, server.url)
  console.table(found)
  for (const line of found) console.log(JSON.stringify({ bench: 'search', ...line }))
  await browser.close()
  await server.stop()
}
