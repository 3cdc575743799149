import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { expect, test, type Page } from '@playwright/test'
import { texts } from '../fixture-edition.ts'
import { violations } from './axe.ts'
import { builtSites } from './sites.ts'

const { local } = builtSites()
const height = 760
test.use({ hasTouch: true, isMobile: true, viewport: { width: 390, height } })

const bar = (page: Page) => page.getByRole('navigation', { name: 'Beim Lesen' })

async function read(page: Page, text: string = texts.small) {
  await page.goto(`${local.url}texte/${text}/`)
  await page.locator('[data-placed]').waitFor()
  await expect(bar(page)).toBeHidden()
  await page.locator('[id="abs-5"]').evaluate((element) => element.scrollIntoView())
  await expect(bar(page)).toBeVisible()
}

test('search, glossary and notes are in reach of a thumb while reading', async ({ page }) => {
  await read(page)
  for (const name of ['Suche', 'Glossar', 'Notizen']) {
    const box = (await bar(page).getByRole('link', { name }).boundingBox())!
    expect(box.y, name).toBeGreaterThan(height - 60)
    expect(box.y + box.height, name).toBeLessThanOrEqual(height)
    expect(Math.min(box.width, box.height), name).toBeGreaterThanOrEqual(44)
  }
  expect(await violations(page)).toEqual([])

  const search = bar(page).getByRole('link', { name: 'Suche' })
  await search.tap()
  await expect(page.getByRole('searchbox')).toBeFocused()
  await page.keyboard.press('Escape')
  await expect(search).toBeFocused()

  await bar(page).getByRole('link', { name: 'Glossar' }).tap()
  await expect(page).toHaveURL(`${local.url}glossar/`)
  await page.goBack()
  await bar(page).getByRole('link', { name: 'Notizen' }).tap()
  await expect(page).toHaveURL(`${local.url}notizen/`)
})

test('the bar covers neither the foot of the page nor what else is at the foot of the window', async ({
  page,
}) => {
  await read(page, texts.long)
  const top = (await bar(page).boundingBox())!.y
  const bottomOf = (selector: string) =>
    page.locator(selector).evaluate((element) => element.getBoundingClientRect().bottom)
  // A jump offers the way back.
  await page.getByRole('navigation', { name: 'Im Text' }).getByRole('button').first().tap()
  await page.locator('.bar-contents a').last().tap()
  await expect(page.locator('.way-back')).toBeVisible()
  expect(await bottomOf('.way-back')).toBeLessThan(top)
  await page.evaluate(() => scrollTo({ top: document.body.scrollHeight, behavior: 'instant' }))
  // Scrolling ends at whole pixels.
  await expect.poll(() => bottomOf('.site-footer')).toBeLessThan(top + 1)
})

for (const [name, ways] of [
  [`${texts.small}.html`, ['Suche', 'Glossar']],
  ['am-harten-kern-gelesen.html', ['Suche', 'Glossar', 'Notizen']],
] as const)
  test(`${name} has the ways to what it holds in reach of a thumb`, async ({ page }) => {
    await page.goto(pathToFileURL(join(builtSites().public.folder, name)).href)
    const here = `article[data-text="${texts.small}"]`
    await expect(page.locator(here)).toBeAttached()
    await expect(bar(page)).toBeHidden()
    const paragraph = page.locator(`${here} .block > p`).nth(4)
    const read = async () => {
      await paragraph.evaluate((element) => element.scrollIntoView())
      await expect(bar(page)).toBeVisible()
    }
    await read()
    expect((await bar(page).innerText()).trim().split(/\s+/)).toEqual(ways)
    for (const way of ways) {
      const box = (await bar(page).getByRole('link', { name: way }).boundingBox())!
      expect(box.y, way).toBeGreaterThan(height - 60)
      expect(box.y + box.height, way).toBeLessThanOrEqual(height)
      expect(Math.min(box.width, box.height), way).toBeGreaterThanOrEqual(44)
    }

    const search = bar(page).getByRole('link', { name: 'Suche' })
    await search.tap()
    await expect(page.getByRole('searchbox')).toBeFocused()
    await page.keyboard.press('Escape')
    await expect(search).toBeFocused()
    for (const way of ways.slice(1)) {
      await read()
      await bar(page).getByRole('link', { name: way }).tap()
      await expect(page).toHaveURL(/\.html#./)
      await expect(page.locator(':target')).toBeInViewport()
      await expect(page.locator(':target').getByRole('heading').first()).toBeInViewport()
    }
    if (name !== `${texts.small}.html`)
      await expect(page.locator('[data-my-page][data-drawn]')).toBeVisible()
  })

test('it is not there with a mouse, in a wide window, nor in print', async ({ page, browser }) => {
  await read(page)
  await page.emulateMedia({ media: 'print' })
  await expect(bar(page)).toBeHidden()
  await page.emulateMedia({ media: 'screen' })
  await page.setViewportSize({ width: 1024, height })
  await expect(bar(page)).toBeHidden()
  const desk = await browser.newContext({
    ...{ viewport: { width: 390, height }, hasTouch: false, isMobile: false },
    serviceWorkers: 'block',
  })
  const withMouse = await desk.newPage()
  await withMouse.goto(`${local.url}texte/${texts.small}/#abs-5`)
  await expect(withMouse.locator('.reading-bar')).toBeVisible()
  await expect(bar(withMouse)).toBeHidden()
  await desk.close()
})
