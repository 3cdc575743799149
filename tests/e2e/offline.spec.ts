import { readFile, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, test, type Page } from '@playwright/test'
import { pagesIn } from '../site-files.ts'
import { createHost, nextVersion, smallerSite, type Host } from '../offline/site.ts'
import { serve, type StaticServer } from '../../src/publish/serve.ts'
import { texts } from '../fixture-edition.ts'
import { builtSites } from './sites.ts'
import { longestOf, templates } from './templates.ts'

test.use({ serviceWorkers: 'allow' })
// Not in parallel, because each test stores the whole site.
test.describe.configure({ mode: 'default' })

// Below a base path; what works there also works at the root.
const { folder: whole, base } = builtSites().public
let host: Host
let server: StaticServer

async function publish(site: string): Promise<void> {
  host = await createHost(site)
  server = await serve(host.folder, { base })
}

test.afterEach(async () => {
  await server.stop()
  await host.remove()
})

const at = (path: string) => server.url + path
const addressOf = (page: string) => at(page.replace(/index\.html$/, ''))

async function visit(page: Page, path = '') {
  await page.goto(at(path))
  await page.evaluate(async () => {
    await navigator.serviceWorker.ready
    if (!navigator.serviceWorker.controller)
      await new Promise((resolve) =>
        navigator.serviceWorker.addEventListener('controllerchange', resolve, { once: true }),
      )
  })
}

const update = (page: Page) =>
  page.evaluate(async () => {
    const registration = (await navigator.serviceWorker.getRegistration())!
    const found = await registration.update()
    const { installing } = found
    if (!installing) return found.waiting ? 'installed' : 'none'
    return new Promise<string>((resolve) =>
      installing.addEventListener('statechange', () => resolve(installing.state)),
    )
  })

const storeWhole = (page: Page) =>
  page.evaluate(async () => {
    const { active } = await navigator.serviceWorker.ready
    const { port1, port2 } = new MessageChannel()
    const done = new Promise<boolean>((resolve) => (port1.onmessage = ({ data }) => resolve(data)))
    active!.postMessage({ store: 'all' }, [port2])
    return done
  })

const stored = (page: Page) => page.evaluate(() => caches.keys())

async function openWithoutNetwork(page: Page, names: string[]) {
  for (const name of names) {
    const answer = await page.goto(addressOf(name))
    expect(answer?.status(), name).toBe(200)
    expect(answer?.fromServiceWorker(), name).toBe(true)
    await expect(page.locator('h1').first(), name).toBeVisible()
  }
}

/** Whether an element is set in a font of the edition alone. */
async function hasOwnFont(page: Page, selector: string): Promise<boolean> {
  const devtools = await page.context().newCDPSession(page)
  await devtools.send('DOM.enable')
  await devtools.send('CSS.enable')
  const { root } = await devtools.send('DOM.getDocument')
  const { nodeId } = await devtools.send('DOM.querySelector', { nodeId: root.nodeId, selector })
  const { fonts } = await devtools.send('CSS.getPlatformFontsForNode', { nodeId })
  await devtools.detach()
  return fonts.length === 1 && fonts.every(({ isCustomFont }) => isCustomFont)
}

const countLoads = () =>
  sessionStorage.setItem('loads', String(Number(sessionStorage.getItem('loads')) + 1))

/** The new worker is active and no other is installing, so that the tab is not reloaded again. */
async function inHandsOfNewest(): Promise<boolean> {
  const { active, waiting, installing } = await navigator.serviceWorker.ready
  const { controller } = navigator.serviceWorker
  return active?.state === 'activated' && controller === active && !waiting && !installing
}

/** A tab without our scripts, which does not reload, asks for something that nobody answers until it is closed. */
async function holdRequest(page: Page) {
  const context = page.context()
  const asked = new Promise<void>((resolve) => context.route(at('ohne-antwort'), () => resolve()))
  const holding = await context.newPage()
  await holding.goto(at('favicon.svg'))
  await holding.evaluate((url) => void fetch(url).catch(() => {}), at('ohne-antwort'))
  await asked
  return async () => {
    const { waiting } = await page.evaluate(async () => {
      const { waiting } = await navigator.serviceWorker.ready
      return { waiting: waiting?.state }
    })
    expect(waiting).toBe('installed')
    await holding.close()
  }
}

const isIndex = (page: string): boolean => page.endsWith('index.html')

const pagesOf = async (site: string): Promise<string[]> => (await pagesIn(site)).filter(isIndex)

test.describe('of the whole edition', () => {
  test.beforeEach(() => publish(whole))

  test('every page opens without the network', { tag: '@full' }, async ({ page }) => {
    test.setTimeout(300_000)
    await visit(page)
    expect(await storeWhole(page)).toBe(true)
    await server.stop()
    await openWithoutNetwork(page, await pagesOf(whole))
  })

  test('what was opened is there without the network, with the search; of the rest it is said', async ({
    page,
  }) => {
    await visit(page, `texte/${texts.small}/`)
    await page.goto(at('glossar/'))
    await server.stop()
    await page.goto(at(`texte/${texts.small}/`))
    await page.keyboard.press('Control+k')
    await page.getByRole('searchbox').fill('Transformer')
    await expect(page.locator('a[data-hit]').first()).toBeVisible()
    await page.goto(at('glossar/'))
    await expect(page.locator('h1')).toHaveText('Glossar')
    await page.goto(at(`texte/${texts.long}/`))
    await expect(page.locator('[data-offline-instead]')).toBeVisible()
    await page.goto(at('offline/'))
    await expect(page.locator('[data-offline-state]')).toContainText('Eingeschaltet')
    await expect(page.locator('[data-offline-instead]')).toBeHidden()
  })

  test('the whole edition is there without the network: search, fonts, a page of every template', async ({
    page,
  }) => {
    // Stored pages have the edition’s fonts in narrow windows too.
    await page.setViewportSize({ width: 390, height: 800 })
    await visit(page)
    expect(await storeWhole(page)).toBe(true)
    await server.stop()
    const answer = await page.evaluate(async (url) => (await fetch(url)).status, at('glossar/'))
    expect(answer).toBe(200)
    await page.keyboard.press('Control+k')
    await page.getByRole('searchbox').fill('Transformer')
    await expect(page.locator('a[data-hit]').first()).toBeVisible()
    await page.goto(at('suche/?q=Skalierung'))
    await expect(page.locator('a[data-hit]').first()).toBeVisible()

    await page.goto(at('glossar/'))
    expect(await hasOwnFont(page, 'h1')).toBe(true)

    const longest = await Promise.all(templates.map((template) => longestOf(template, whole)))
    await openWithoutNetwork(page, longest.filter(isIndex))
    // Addresses on a page are relative to its own.
    await page.goto(at('glossar?q=x#t'))
    await expect(page).toHaveURL(at('glossar/?q=x#t'))
    await expect(page.locator('h1')).toHaveText('Glossar')
    await page.goto(at('literatur/?q=x&ts=1#lit-rella-2024'))
    await expect(page.locator('h1')).toHaveText('Literatur')
    await page.goto(at('gibt-es-nicht/'))
    await expect(page.locator('h1')).toHaveText('Offline lesen')
  })
})

// What has nothing to do with their number is asked of a few pages: each test stores all that there are.
test.describe('of a smaller edition', () => {
  const pages = ['', 'glossar/', 'glossar/ptx/', 'literatur/', 'offline/', `texte/${texts.small}/`]
  let first: string
  let second: string

  test.beforeAll(async () => {
    const names = pages.map((page) => `${page}index.html`)
    first = await smallerSite(whole, base, names)
    second = await nextVersion(first, base, names)
  })
  test.afterAll(async () => {
    for (const site of [first, second]) await rm(site, { recursive: true, force: true })
  })
  test.beforeEach(() => publish(first))

  test('a new version waits until the reader asks for it', async ({ page, context }) => {
    await context.addInitScript(countLoads)
    await visit(page)
    expect(await storeWhole(page)).toBe(true)
    await page.reload()
    const link = page.locator('.site-title')
    await link.focus()
    await host.upload(second)
    expect(await update(page)).toBe('installed')

    const offer = page.getByRole('button', { name: 'Neue Fassung laden' })
    await expect(offer).toBeVisible()
    await expect(link).toBeFocused()
    const other = await context.newPage()
    await other.goto(at('glossar/'))
    expect(await other.title()).not.toContain('Zweite Fassung')
    await expect(other.getByRole('button', { name: 'Neue Fassung laden' })).toBeVisible()
    const old = await page.evaluate(async (url) => (await fetch(url)).text(), at('glossar/ptx/'))
    expect(old).not.toContain('Zweite Fassung')

    await offer.click()
    await expect(page).toHaveTitle(/^Zweite Fassung/)
    await expect(other).toHaveTitle(/^Zweite Fassung/)
    await expect(offer).toBeHidden()
    for (const tab of [page, other]) {
      await tab.waitForFunction(inHandsOfNewest)
      const loads = await tab.evaluate(() => sessionStorage.getItem('loads'))
      expect(loads).toBe(tab === page ? '3' : '2')
    }
    expect(await stored(page)).toHaveLength(1)
  })

  test('a new version comes while the older worker is kept by a request without an answer', async ({
    page,
    context,
  }) => {
    await context.addInitScript(countLoads)
    await visit(page)
    expect(await storeWhole(page)).toBe(true)
    await host.upload(second)
    expect(await update(page)).toBe('installed')
    const other = await context.newPage()
    await other.goto(at('glossar/'))
    await page.reload()
    const offer = page.getByRole('button', { name: 'Neue Fassung laden' })
    await expect(offer).toBeVisible()

    const letGo = await holdRequest(page)
    // In one step, since the page may be left at once.
    const said = await offer.evaluate((button: HTMLElement) => {
      const place = button.closest('[data-offer]')!
      button.click()
      return place.textContent
    })
    expect(said).toBe('Die neue Fassung wird geladen …')
    for (const tab of [page, other]) {
      await expect(tab).toHaveTitle(/^Zweite Fassung/)
      await expect(tab.locator('[data-offer]')).toBeHidden()
    }
    expect(await stored(page)).toHaveLength(1)
    await letGo()
    for (const tab of [page, other]) {
      await tab.waitForFunction(inHandsOfNewest)
      expect(await tab.evaluate(() => sessionStorage.getItem('loads'))).toBe(
        tab === page ? '3' : '2',
      )
    }
  })

  test('an incomplete upload is rejected, the complete one accepted', async ({ page }) => {
    await visit(page)
    expect(await storeWhole(page)).toBe(true)
    const before = await stored(page)
    await host.upload(second, ['glossar/ptx/index.html'])
    expect(await update(page)).toBe('redundant')
    expect(await stored(page)).toEqual(before)
    for (const path of ['', 'glossar/', 'glossar/ptx/']) {
      await page.goto(at(path))
      expect(await page.title()).not.toContain('Zweite Fassung')
    }
    await host.upload(second)
    expect(await update(page)).toBe('installed')
    await page.getByRole('button', { name: 'Neue Fassung laden' }).click()
    await expect(page).toHaveTitle(/^Zweite Fassung/)
  })

  test('stored data are shown, can be removed and stored again', async ({ page, context }) => {
    const worker = await readFile(join(first, 'sw.js'), 'utf8')
    const all = worker.match(/\["[^"]*","[\w+/]{22}"/g)!.length
    const always = worker.match(/"[\w+/]{22}",1\]/g)!.length
    await page.addInitScript(() => {
      const { register } = ServiceWorkerContainer.prototype
      ServiceWorkerContainer.prototype.register = function (...args) {
        Object.assign(window, { registered: true })
        return register.apply(this, args)
      }
    })
    await visit(page, 'offline/')
    await expect(page.locator('[data-stored="files"]')).toHaveText(String(all))
    const state = page.locator('[data-offline-state]')
    await expect(state).toContainText(`Eingeschaltet: ${always} Dateien`)

    await page.getByRole('button', { name: 'löschen' }).click()
    await expect(state).toContainText('Ausgeschaltet')
    expect(await stored(page)).toEqual([])
    await page.goto(at(''))
    await page.evaluate(() => new Promise((drawn) => requestAnimationFrame(drawn)))
    expect(await page.evaluate(() => 'registered' in window)).toBe(false)
    expect(await stored(page)).toEqual([])
    const left = await page.evaluate(async () => navigator.serviceWorker.getRegistrations())
    expect(left).toHaveLength(0)

    await page.goto(at('offline/'))
    await page.getByRole('button', { name: 'einschalten' }).click()
    await expect(state).toContainText(`Eingeschaltet: ${always} Dateien`)
    await page.getByRole('button', { name: 'löschen' }).click()
    await page.getByRole('button', { name: 'einschalten' }).click()
    await expect(state).toContainText(`Eingeschaltet: ${always} Dateien`)
    const text = page.locator(`[data-offline-text$="/${texts.small}/"]`)
    await text.getByRole('button').click()
    await expect(text.getByText('gespeichert', { exact: true })).toBeFocused()
    const whole = page.getByRole('button', { name: 'Ganze Ausgabe speichern' })
    await whole.click()
    await expect(state).toContainText(`Die ganze Ausgabe liegt auf diesem Gerät, ${all} Dateien`)
    await expect(whole).toBeHidden()
    await server.stop()
    const again = await context.newPage()
    await again.goto(at('literatur/'))
    await expect(again.locator('h1')).toHaveText('Literatur')
  })
})
