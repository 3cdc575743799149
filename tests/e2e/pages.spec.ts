import { expect, test, type Page } from '@playwright/test'
import { pagesIn } from '../site-files.ts'
import { texts } from '../fixture-edition.ts'
import { violations } from './axe.ts'
import { clippedWords } from './clipped-words.ts'
import { watchFaults } from './faults.ts'
import { builtSites, type SiteName } from './sites.ts'
import { longestOf, templates } from './templates.ts'

const widths = [360, 1440]

/** Page with every kind of markup once. */
const small = `texte/${texts.small}/index.html`

/** Number of tests among which all pages are divided, so that workers share them. */
const parts = 4

async function partOf(site: SiteName, part: number): Promise<string[]> {
  const pages = await pagesIn(builtSites()[site].folder)
  return pages.filter((_, i) => i % parts === part)
}

const addressOf = (site: SiteName, page: string) =>
  builtSites()[site].url + page.replace(/index\.html$/, '')

/** Collects faults of a page while it is open. */
function watch(page: Page, origin: string): string[] {
  const faults = watchFaults(page)
  page.on('request', (request) => {
    const url = request.url()
    if (!url.startsWith(origin) && !/^(data|blob):/.test(url)) faults.push(`foreign: ${url}`)
  })
  page.on('response', (response) => {
    if (response.status() >= 400) faults.push(`${response.status()}: ${response.url()}`)
  })
  return faults
}

async function openWithoutFault(page: Page, site: SiteName, name: string) {
  const faults = watch(page, new URL(builtSites()[site].url).origin)
  await page.setViewportSize({ width: 1440, height: 900 })
  const response = await page.goto(addressOf(site, name))
  expect.soft(response?.status(), name).toBe(200)
  expect.soft(await page.title(), name).not.toBe('')
  expect.soft(await page.locator('h1').count(), `${name}: one h1`).toBe(1)
  expect.soft(await page.locator('html').getAttribute('lang'), name).toBe('de')
  await page.setViewportSize({ width: 360, height: 740 })
  // Elements placed by scripts follow the window a frame or two later.
  await expect
    .configure({ soft: true })
    .poll(() => excess(page), `${name}: wider than a window of 360 px`)
    .toBe(0)
  expect.soft(await clippedWords(page), `${name}: words cut in a narrow window`).toEqual([])
  expect.soft(faults, name).toEqual([])
}

/** Pixels by which a page is wider than its window. */
const excess = (page: Page) =>
  page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth)

for (const template of templates)
  test(`a page of ${template} opens without faults, and axe finds nothing`, async ({ page }) => {
    const name = await longestOf(template, builtSites().local.folder)
    await page.emulateMedia({ reducedMotion: 'reduce' })
    await openWithoutFault(page, 'local', name)
    // The long text is checked by reading.spec.ts.
    const checked = template === 'texte/[slug].astro' ? small : name
    if (checked !== name) await page.goto(addressOf('local', checked))
    expect.soft(await violations(page), `${checked}, narrow`).toEqual([])
    await page.setViewportSize({ width: 1440, height: 900 })
    expect.soft(await clippedWords(page), `${checked}: words cut in a wide window`).toEqual([])
    // In dark and wide windows all pages are asked by the tests below.
    await page.emulateMedia({ colorScheme: 'dark' })
    const inDark = await violations(page, { rules: ['color-contrast'] })
    expect.soft(inDark, `${checked}, wide and dark`).toEqual([])
  })

for (const site of ['local', 'public'] as const)
  for (let part = 0; part < parts; part++)
    test(
      `every page of the ${site} site opens without a fault, part ${part + 1}`,
      { tag: '@full' },
      async ({ page }) => {
        test.setTimeout(300_000)
        for (const name of await partOf(site, part)) await openWithoutFault(page, site, name)
      },
    )

async function askAxe(page: Page, name: string) {
  await page.emulateMedia({ colorScheme: 'light' })
  expect.soft(await violations(page), name).toEqual([])
  // The dark page differs only in its colours.
  await page.emulateMedia({ colorScheme: 'dark' })
  const inDark = await violations(page, { rules: ['color-contrast'] })
  expect.soft(inDark, `${name}, dark`).toEqual([])
}

for (const width of widths)
  for (let part = 0; part < parts; part++)
    test(
      `axe finds nothing on any page at ${width} px, part ${part + 1}`,
      { tag: '@full' },
      async ({ page }) => {
        test.setTimeout(600_000)
        await page.setViewportSize({ width, height: 900 })
        await page.emulateMedia({ reducedMotion: 'reduce' })
        for (const name of await partOf('local', part)) {
          await page.goto(addressOf('local', name))
          await askAxe(page, name)
        }
      },
    )

test('the title page links to the first text', async ({ page }) => {
  const { url } = builtSites().local
  await page.goto(url)
  await page.locator('.way-in a').first().click()
  await expect(page).toHaveURL(`${url}texte/${texts.long}/`)
})

test('an unknown address gets a helpful page', async ({ page }) => {
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
