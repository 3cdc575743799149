/**
 * „Neue Fassung laden“ while tabs load pages and a page asks for others without end, in Chromium and in Firefox. Each run
 * has a browser and an address of its own. RUNS: how many, else 6.
 */
import assert from 'node:assert/strict'
import { rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { after, before, describe, test } from 'node:test'
import { serve } from '../../src/publish/serve.ts'
import { builtSites } from '../e2e/sites.ts'
import { texts } from '../fixture-edition.ts'
import { createHost, nextVersion } from '../offline/site.ts'
import { pagesIn } from '../site-files.ts'
import type { Tab } from './browser.ts'
import { findFirefox, launchFirefox } from './firefox.ts'
import { launchChromium, type Tabs } from './tabs.ts'
import { emptyPage } from './webkit.ts'

const runs = Number(process.env.RUNS ?? 6)
/** All are opened before the new version comes: pages that have not been are fetched, and then are new ones. */
const paths = ['', `texte/${texts.small}/`, 'glossar/', 'literatur/']
/** Milliseconds. */
const given = 30_000

const firefox = findFirefox()
const browsers: [name: string, launch: (() => Promise<Tabs>) | null][] = [
  ['Chromium', launchChromium],
  ['Firefox', firefox ? () => launchFirefox(firefox) : null],
]
for (const [name, launch] of browsers)
  describe(`${name}: a new version`, { skip: launch ? false : `no ${name} is here` }, () => {
    let second: string
    before(async () => {
      const { folder, base } = builtSites().local
      second = await nextVersion(folder, base, await pagesIn(folder))
    })
    after(() => rm(second, { recursive: true, force: true }))

    for (const way of ['a reload', 'a visit'] as const)
      test(`is shown by its button after ${way}, and never together with the older one`, async () => {
        for (let run = 0; run < runs / 2; run++)
          assert.deepEqual(await takeOver(await launch!(), second, way), [], `run ${run + 1}`)
      })
  })

/** What went wrong. */
async function takeOver(tabs: Tabs, second: string, way: 'a reload' | 'a visit') {
  const host = await createHost(builtSites().local.folder)
  await writeFile(join(host.folder, emptyPage), '<!doctype html><title>empty</title>')
  const server = await serve(host.folder)
  const wrong: string[] = []
  let isOver = false
  try {
    const tab = await tabs.open()
    await tab.visit(server.url)
    await once(tab, 'a stored edition', async () => {
      const { active } = await navigator.serviceWorker.ready
      return active?.state === 'activated' && (await caches.keys()).length > 0
    })
    const others = await Promise.all(paths.slice(1).map(() => tabs.open()))
    for (const [i, other] of others.entries()) await other.visit(server.url + paths[i + 1])
    const asking = await tabs.open()
    await asking.visit(new URL(emptyPage, server.url).href)
    await host.upload(second)
    await tab.evaluate(async () => void (await (await navigator.serviceWorker.ready).update()))
    await once(tab, 'a waiting version', async () =>
      Boolean((await navigator.serviceWorker.ready).waiting),
    )
    if (way === 'a reload') await reload(tab)
    else await tab.visit(server.url + paths[1])
    await once(tab, 'the offer', () => document.querySelector('[data-take-over]') !== null)

    await asking.evaluate(
      askWithoutEnd,
      paths.map((path) => server.url + path),
    )
    const seen = others.map(async (other, i) => {
      const titles: string[] = []
      for (let visit = i; !isOver; visit++) {
        // A tab that the new version reloads meanwhile goes where it was.
        await loaded(other, server.url + paths[visit % paths.length])
        titles.push(await once(other, 'a page', () => document.title))
      }
      return titles
    })
    // A tab that is left gives no answer.
    await tab.evaluate(
      () => void setTimeout(() => document.querySelector<HTMLElement>('[data-take-over]')!.click()),
    )
    await once(tab, 'the new version', () => document.title.startsWith('Zweite Fassung'))
    isOver = true
    for (const [i, titles] of (await Promise.all(seen)).entries())
      if (isMixed(titles)) wrong.push(`tab ${i + 1}: ${titles.join(' | ')}`)
    for (const other of others)
      await once(other, 'the new version', () => document.title.startsWith('Zweite Fassung'))
    const answers = await asking.evaluate(() => (window as unknown as Asking).stop())
    if (answers.length < 5) wrong.push(`only ${answers.length} answers`)
    if (isMixed(answers)) wrong.push(`answers: ${answers.join(' | ')}`)
    wrong.push(...(await once(tab, 'what is stored', olderPages)))
  } finally {
    isOver = true
    await tabs.close()
    await server.stop()
    await host.remove()
  }
  return wrong
}

/** Whatever becomes of the visit: it must not be that a page never ends to load. */
async function loaded(tab: Tab, address: string): Promise<void> {
  const visited = tab.visit(address).then(
    () => true,
    () => true,
  )
  const late = new Promise<false>((resolve) => setTimeout(resolve, given, false).unref())
  if (!(await Promise.race([visited, late])))
    throw new Error(`${address} did not load within ${given / 1000} s.`)
}

async function reload(tab: Tab) {
  await tab.evaluate(() => {
    document.body.dataset['before'] = ''
    location.reload()
  })
  await once(tab, 'the page again', () => document.body.dataset['before'] === undefined)
}

const isNew = (title: string) => title.startsWith('Zweite Fassung')
/** Whether a page of the older version, or none of the edition, came behind one of the new. */
const isMixed = (titles: readonly string[]) =>
  titles.some((title, i) => !isNew(title) && titles.slice(0, i).some(isNew))

interface Asking {
  stop: () => Promise<string[]>
}

/** The page asks for pages, several at a time, until `stop`, which gives their titles in the order of the questions. */
function askWithoutEnd(addresses: string[]): void {
  const titles: string[] = []
  let isOver = false
  const titleOf = async (address: string) => {
    const response = await fetch(address)
    return /<title>([^<]*)/.exec(await response.text())?.[1] ?? `status ${response.status}`
  }
  const ask = async () => {
    for (let i = 0; !isOver; i++)
      titles.push(...(await Promise.all(addresses.map((address) => titleOf(`${address}?${i}`)))))
  }
  const asked = ask()
  ;(window as unknown as Asking).stop = async () => {
    isOver = true
    await asked
    return titles
  }
}

/** Addresses of pages of the older version that are still stored, and how many versions are. */
async function olderPages(): Promise<string[]> {
  const names = await caches.keys()
  const wrong = names.length === 1 ? [] : [`stored: ${names.join(', ')}`]
  for (const name of names) {
    const cache = await caches.open(name)
    for (const { url } of await cache.keys()) {
      if (!url.endsWith('/')) continue
      const page = await (await cache.match(url))!.text()
      if (!page.includes('<title>Zweite Fassung')) wrong.push(url)
    }
  }
  return wrong
}

/** Asks a tab again until the function gives a value; a page that is just being left gives none. */
async function once<R>(tab: Tab, what: string, act: () => R): Promise<NonNullable<Awaited<R>>> {
  const until = Date.now() + given
  for (;;) {
    const value = await tab.evaluate(act).catch(() => null)
    if (value) return value
    if (Date.now() > until) throw new Error(`${what} did not come within ${given / 1000} s.`)
    await new Promise((resolve) => setTimeout(resolve, 50))
  }
}
