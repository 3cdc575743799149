import type { Page } from '@playwright/test'
import { builtSites } from './sites.ts'

/** Opens the first text of the edition, as the title page names it. */
export async function openText(page: Page, search = '', hash = ''): Promise<string> {
  await page.goto(builtSites().local.url)
  const href = await page.locator('.way-in a').first().getAttribute('href')
  const address = new URL(href!, page.url()).href
  await page.goto(address + search + hash)
  return address
}
