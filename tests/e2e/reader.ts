import { expect as base, type Page } from '@playwright/test'
import { builtSites } from './sites.ts'

/** Panels are loaded when they are asked for; a busy machine takes its time. */
export const expect = base.configure({ timeout: 20_000 })

/** Where the reader's settings are kept. */
export const storage = 'edition:einstellungen'

export const html = (page: Page) => page.locator('html')

/** Opens the first text of the edition, as the title page names it. */
export async function openText(page: Page, search = '', hash = ''): Promise<string> {
  await page.goto(builtSites().local.url)
  const href = await page.locator('.way-in a').first().getAttribute('href')
  const address = new URL(href!, page.url()).href
  await page.goto(address + search + hash)
  return address
}

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
