import AxeBuilder from '@axe-core/playwright'
import { expect, test, type Page } from '@playwright/test'
import { pagesIn } from '../../src/publish/pages.ts'
import { builtSites, type SiteName } from './sites.ts'

/** Pages are dealt out to this many tests, so that workers share them. */
const parts = 4

async function pagesOf(site: SiteName, part: number): Promise<string[]> {
  const pages = await pagesIn(builtSites()[site].folder)
  return pages.filter((_, i) => i % parts === part)
}

const addressOf = (site: SiteName, page: string) =>
  builtSites()[site].url + page.replace(/index\.html$/, '')

/** What a page must not do while it is open; read after the visit. */
function watch(page: Page, origin: string): string[] {
  const misdeeds: string[] = []
  page.on('console', (message) => {
    if (['error', 'warning'].includes(message.type())) misdeeds.push(`console: ${message.text()}`)
  })
  page.on('pageerror', (error) => misdeeds.push(`error: ${error.message}`))
  page.on('request', (request) => {
    const url = request.url()
    if (!url.startsWith(origin) && !/^(data|blob):/.test(url)) misdeeds.push(`foreign: ${url}`)
  })
  page.on('response', (response) => {
    if (response.status() >= 400) misdeeds.push(`${response.status()}: ${response.url()}`)
  })
  return misdeeds
}

for (const site of ['local', 'public'] as const)
  for (let part = 0; part < parts; part++)
    test(`every page of the ${site} site opens without a fault, part ${part + 1}`, async ({
      page,
    }) => {
      test.slow()
      const { url } = builtSites()[site]
      const misdeeds = watch(page, new URL(url).origin)
      for (const name of await pagesOf(site, part)) {
        await page.setViewportSize({ width: 1440, height: 900 })
        const response = await page.goto(addressOf(site, name))
        expect.soft(response?.status(), name).toBe(200)
        expect.soft(await page.title(), name).not.toBe('')
        expect.soft(await page.locator('h1').count(), `${name}: one h1`).toBe(1)
        expect.soft(await page.locator('html').getAttribute('lang'), name).toBe('de')
        await page.setViewportSize({ width: 360, height: 740 })
        // What scripts have placed follows the window a frame or two later.
        await expect
          .configure({ soft: true })
          .poll(() => excess(page), `${name}: wider than a window of 360 px`)
          .toBe(0)
        expect.soft(misdeeds.splice(0), name).toEqual([])
      }
    })

/** By how many pixels a page is wider than its window. */
const excess = (page: Page) =>
  page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth)

for (const width of [360, 1440])
  for (let part = 0; part < parts; part++)
    test(`axe finds nothing at ${width} px, part ${part + 1}`, async ({ page }) => {
      test.setTimeout(600_000)
      await page.setViewportSize({ width, height: 900 })
      for (const name of await pagesOf('local', part)) {
        await page.emulateMedia({ colorScheme: 'light', reducedMotion: 'reduce' })
        await page.goto(addressOf('local', name))
        expect.soft(await violations(axe(page)), name).toEqual([])
        // Colours apart, the dark page is the same page.
        await page.emulateMedia({ colorScheme: 'dark', reducedMotion: 'reduce' })
        expect
          .soft(await violations(axe(page).withRules('color-contrast')), `${name}, dark`)
          .toEqual([])
      }
    })

/** Without a page of its own for every analysis: the edition has no frames. */
const axe = (page: Page) => new AxeBuilder({ page }).setLegacyMode(true)

async function violations(builder: AxeBuilder): Promise<string[]> {
  const { violations } = await builder.analyze()
  return violations.map(
    ({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html.slice(0, 160)).join(' | ')}`,
  )
}

test('an address without a page gets a page that helps', async ({ page }) => {
  const { url, base } = builtSites().public
  const response = await page.goto(`${url}texte/gibt/es/nicht/`)
  expect(response?.status()).toBe(404)
  await expect(page.locator('h1')).toHaveText('Diese Seite gibt es nicht')
  const links = await page
    .locator('main a')
    .evaluateAll((all) => all.map((a) => a.getAttribute('href')))
  expect(links).toContain(`${base}glossar/`)
  await page.locator('main a').first().click()
  await expect(page.locator('article[data-text]')).toBeVisible()
})
