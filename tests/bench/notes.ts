/**
 * Longest task with many notes: `node tests/bench/notes.ts [folder of a build]`. At a quarter of the CPU speed: a text
 * with 500 marks, „Meine Notizen“ with as many, 30 files of 200 notes in the seminar’s table; then one more mark, and a
 * search in the list. Longest task in ms, rendering included, that starts after the page has loaded; tasks below 50 ms
 * are not reported by browsers. Prints a table and lines of JSON.
 *
 * Uses no Playwright locators while measuring: their own work in the page takes up to 190 ms and would be measured as
 * the longest task. Small scripts are used instead.
 */
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { chromium, type Browser, type Page } from 'playwright'
import { findChromium, launchOptions } from '../chromium.ts'
import { texts } from '../fixture-edition.ts'
import { serveCompressed } from './serve-compressed.ts'

const slowdown = 4
const marks = 500
const files = 30
const each = 200
const runs = 3

export async function benchNotes(browser: Browser, url: string, slug: string = texts.long) {
  const context = await browser.newContext({ serviceWorkers: 'block' })
  const page = await context.newPage()
  const session = await context.newCDPSession(page)
  const text = `${url}texte/${slug}/`
  await page.goto(text)
  const { items, own } = await page.evaluate(sample, { marks, files, each, text })
  // Files on disk, since Playwright would unpack bytes in the page, which would be measured as the longest task.
  const folder = await mkdtemp(join(tmpdir(), 'notes-'))
  const paths = items.map((_, i) => join(folder, `person-${i + 1}.json`))
  await Promise.all(paths.map((path, i) => writeFile(path, items[i]!)))
  const found: Record<string, unknown>[] = []
  const measure = async (what: string, once: () => Promise<number>) => {
    const tasks: number[] = []
    for (let i = 0; i < runs; i++) tasks.push(await once())
    found.push({
      what,
      'longest task ms': Math.round(Math.max(...tasks)),
      runs: tasks.map(Math.round).join(' '),
    })
  }
  const visit = async (
    address: string,
    prepare: () => Promise<unknown>,
    ready: () => Promise<unknown>,
  ) => {
    await session.send('Emulation.setCPUThrottlingRate', { rate: slowdown })
    await page.goto(address)
    await prepare()
    await page.evaluate(watch)
    await ready()
    const longest = await page.evaluate(() => window.longest())
    await session.send('Emulation.setCPUThrottlingRate', { rate: 1 })
    return longest
  }
  const flag = (on: boolean) =>
    page.evaluate(
      (on) => (on ? localStorage.setItem('edition:notizen', '1') : localStorage.clear()),
      on,
    )

  await page.evaluate(store, own)
  await flag(false)
  await measure(`a text with ${marks} marks`, () =>
    visit(
      text,
      // First the page alone, then its notes: the message of another tab makes it load them.
      () => page.waitForSelector('article[data-placed]'),
      async () => {
        await flag(true)
        await page.evaluate(() => dispatchEvent(new StorageEvent('storage')))
        await until(page, 'html[data-annotated]')
        await flag(false)
      },
    ),
  )
  await measure(`the list of ${marks}`, () =>
    visit(
      `${url}notizen/`,
      async () => {},
      () => until(page, '[data-drawn]'),
    ),
  )
  await measure(`${files} files of ${each} notes on the table`, () =>
    visit(
      `${url}notizen/tisch/`,
      () => page.waitForSelector('[data-files]', { state: 'attached' }),
      async () => {
        await choose(page, '[data-files]', paths)
        await until(page, '[data-count]', `${files} Dateien`)
      },
    ),
  )
  await flag(true)
  await measure(`one mark more among ${marks}`, () =>
    visit(
      text,
      () => page.waitForSelector('html[data-annotated]'),
      async () => {
        await press(page, '#abs-2 ~ .block-number')
        await press(page, 'button[aria-label^="Markieren: Gelb"]')
        await until(page, '[data-status]', 'Gelb')
      },
    ),
  )
  await measure(`a search in the list of ${marks}`, () =>
    visit(
      `${url}notizen/`,
      () => page.waitForSelector('[data-looked]', { state: 'attached' }),
      async () => {
        await press(page, '[name="suche"]')
        await page.keyboard.type('stelle 4', { delay: 80 })
        await until(page, '[data-count]', ' von ')
      },
    ),
  )
  await context.close()
  await rm(folder, { recursive: true })
  return found
}

/** Polls ten times a second for an element with these words. */
async function until(page: Page, selector: string, words = ''): Promise<void> {
  const isThere = ([selector, words]: [string, string]) =>
    [...document.querySelectorAll(selector)].some(({ textContent }) => textContent.includes(words))
  while (!(await page.evaluate(isThere, [selector, words] as [string, string])))
    await page.waitForTimeout(100)
}

/** Clicks by mouse events, without a locator. */
async function press(page: Page, selector: string): Promise<void> {
  await until(page, selector)
  const { x, y } = await page.evaluate((selector) => {
    const target = document.querySelector(selector)!
    target.scrollIntoView({ block: 'nearest' })
    const { x, y, width, height } = target.getBoundingClientRect()
    return { x: x + width / 2, y: y + height / 2 }
  }, selector)
  await page.mouse.move(x, y)
  await page.waitForTimeout(150)
  await page.mouse.down()
  await page.waitForTimeout(100)
  await page.mouse.up()
}

/** Chooses files as the browser’s file dialog would. */
async function choose(page: Page, selector: string, paths: readonly string[]): Promise<void> {
  const session = await page.context().newCDPSession(page)
  const { root } = await session.send('DOM.getDocument')
  const { nodeId } = await session.send('DOM.querySelector', { nodeId: root.nodeId, selector })
  await session.send('DOM.setFileInputFiles', { nodeId, files: [...paths] })
  await session.detach()
}

declare global {
  interface Window {
    longest: () => Promise<number>
  }
}

/** Records tasks from now on, without those of loading the page and of handing files over. */
function watch(): void {
  let longest = 0
  let since = performance.now()
  const later = ({ target }: Event) => {
    if (target instanceof HTMLInputElement && target.type === 'file') since = performance.now()
  }
  addEventListener('change', later, true)
  // Rendering mostly does not count as “longtask”, so it is taken from the animation frames.
  const taskOf = (entry: PerformanceEntry & { renderStart?: number }) => {
    const start = entry.entryType === 'longtask' ? entry.startTime : entry.renderStart!
    return { start, length: entry.startTime + entry.duration - start }
  }
  const note = (list: PerformanceEntryList) => {
    for (const { start, length } of list.map(taskOf))
      if (start > since) longest = Math.max(longest, length)
  }
  const observer = new PerformanceObserver((list) => note(list.getEntries()))
  for (const type of ['longtask', 'long-animation-frame']) observer.observe({ type })
  window.longest = async () => {
    await new Promise((done) => setTimeout(done, 500))
    note(observer.takeRecords())
    return longest
  }
}

/** Notes on words of the text, spread over all of it. */
function sample({
  marks,
  files,
  each,
  text,
}: {
  marks: number
  files: number
  each: number
  text: string
}) {
  const paragraphs = [...document.querySelectorAll('article .block > [id^="abs-"]')].map(
    ({ id, textContent }) => ({ id, wording: textContent }),
  )
  const colours = ['gelb', 'gruen', 'blau', 'rot']
  let number = 0
  const uuid = () => `00000000-0000-4000-8000-${String(++number).padStart(12, '0')}`
  const words = (i: number) => {
    const { id, wording } = paragraphs[(i * 7) % paragraphs.length]!
    const start = (i * 37) % Math.max(1, wording.length - 90)
    const exact = wording.slice(start, start + 30 + ((i * 13) % 60))
    return { id, start, end: start + exact.length, exact }
  }
  const body = (i: number) => (i % 2 ? `Das frage ich mich an dieser Stelle, zum ${i}. Mal.` : '')
  const created = '2026-03-01T10:00:00.000Z'
  const slug = document.querySelector('article')!.dataset['text']!
  const own = Array.from({ length: marks }, (_, i) => ({
    id: uuid(),
    text: slug,
    version: '1.0',
    created,
    modified: created,
    colour: colours[i % 4],
    body: body(i),
    parts: [{ ...words(i), prefix: '', suffix: '' }],
    pages: null,
    history: [],
  }))
  const items = Array.from({ length: files }, (_, person) =>
    JSON.stringify({
      type: 'AnnotationPage',
      creator: { type: 'Person', name: `Person ${person}` },
      items: Array.from({ length: each }, (_, i) => {
        const { id, start, end, exact } = words(i * 31 + person)
        return {
          id: `urn:uuid:${uuid()}`,
          created,
          body: { type: 'TextualBody', value: body(i) },
          target: {
            source: text,
            styleClass: colours[(i + person) % 4],
            selector: [
              { type: 'TextQuoteSelector', exact },
              {
                type: 'FragmentSelector',
                value: id,
                refinedBy: { type: 'TextPositionSelector', start, end },
              },
            ],
          },
        }
      }),
    }),
  )
  return { own, items }
}

const store = (entries: unknown[]) =>
  new Promise<void>((done) => {
    const opening = indexedDB.open('edition', 1)
    opening.onupgradeneeded = () =>
      opening.result.createObjectStore('annotations', { keyPath: 'id' })
    opening.onsuccess = () => {
      const transaction = opening.result.transaction('annotations', 'readwrite')
      for (const entry of entries) transaction.objectStore('annotations').put(entry)
      transaction.oncomplete = () => {
        opening.result.close()
        done()
      }
    }
  })

if (import.meta.main) {
  const folder = resolve(process.argv[2] ?? 'dist-local')
  const server = await serveCompressed(folder)
  const browser = await chromium.launch(launchOptions(findChromium()))
  const found = await benchNotes(browser, server.url)
  console.table(found)
  for (const line of found) console.log(JSON.stringify({ bench: 'notes', ...line }))
  await browser.close()
  await server.stop()
}
