import { expect, type Page } from '@playwright/test'
import { texts } from '../fixture-edition.ts'
import { builtSites } from './sites.ts'

/** Where the reader's settings are kept. */
export const storage = 'edition:einstellungen'

export const html = (page: Page) => page.locator('html')

/** Opens a text, by default the long one; returns its address. */
export async function openText(
  page: Page,
  search = '',
  hash = '',
  slug: string = texts.long,
): Promise<string> {
  const address = `${builtSites().local.url}texte/${slug}/`
  await page.goto(address + search + hash)
  return address
}

/** Scrolls by `act` and waits until scrolling has ended and the page is drawn. */
export async function scrolled(page: Page, act: () => Promise<unknown>) {
  const scrolling = await page.evaluateHandle(() => ({
    end: new Promise((done) => addEventListener('scrollend', () => done(null), { once: true })),
  }))
  await act()
  await scrolling.evaluate(({ end }) => end)
  await frames(page, 2)
}

export const wheel = (page: Page, by: number) => scrolled(page, () => page.mouse.wheel(0, by))

/** Waits for a number of frames. */
export const frames = (page: Page, count: number) =>
  page.evaluate(async (count) => {
    for (let i = 0; i < count; i++) await new Promise((drawn) => requestAnimationFrame(drawn))
  }, count)

export async function openPanel(page: Page) {
  await page.locator('.site-tools [data-opens="ansicht"]').click()
  const panel = page.getByRole('dialog', { name: 'Ansicht' })
  await expect(panel).toBeVisible()
  return panel
}

export async function scrollTo(page: Page, selector: string) {
  await page
    .locator(selector)
    .first()
    .evaluate((element) => {
      element.scrollIntoView({ block: 'start' })
    })
}
