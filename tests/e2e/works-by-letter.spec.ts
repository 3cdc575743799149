import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, test } from '@playwright/test'
import { editions } from '../fixture-edition.ts'
import { serveEdition, type ServedEdition } from '../served-edition.ts'
import { violations } from './axe.ts'
import { watchFaults } from './faults.ts'

/** The small edition with so many works that their list is parted. */
let edition: ServedEdition

test.describe.configure({ mode: 'default' })

const families = ['Amsel', 'Buche', 'Meise', 'Olm', 'Zeisig', 'Ørsted']
const works = Array.from({ length: 270 }, (_, i) => ({
  id: `${['amsel', 'buche', 'meise', 'olm', 'zeisig', 'oersted'][i % 6]}-${1700 + i}`,
  type: 'book',
  title: `Über Nester ${i}`,
  author: [{ family: families[i % 6], given: 'A.' }],
  issued: { 'date-parts': [[1700 + i]] },
  publisher: 'Verlag',
}))

test.beforeAll(async () => {
  test.setTimeout(240_000)
  const meta = await readFile(join(editions.small, 'content/edition.yaml'), 'utf8')
  const files = {
    'content/texts/uhren.bibliography.json': JSON.stringify(works),
    'content/edition.yaml': `${meta}forms: []\n`,
  }
  edition = await serveEdition({ files, edition: editions.small })
})

test.afterAll(() => edition.stop())

for (const part of ['literatur/', 'literatur/m/'])
  test(`${part} of a long list opens without faults, and axe finds nothing`, async ({ page }) => {
    const faults = watchFaults(page)
    await page.setViewportSize({ width: 360, height: 740 })
    await page.goto(edition.url + part)
    await expect(page.locator('h1')).toContainText('Literatur')
    const excess = () =>
      page.evaluate(
        () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
      )
    await expect.poll(excess).toBe(0)
    expect(await violations(page)).toEqual([])
    await page.setViewportSize({ width: 1440, height: 900 })
    await page.emulateMedia({ colorScheme: 'dark' })
    expect(await violations(page)).toEqual([])
    expect(faults).toEqual([])
  })

test('an old address of a work arrives at its place, letters lead to one another', async ({
  page,
}) => {
  await page.goto(`${edition.url}literatur/#lit-meise-1702`)
  await expect(page).toHaveURL(`${edition.url}literatur/m/#lit-meise-1702`)
  await expect(page.locator('#lit-meise-1702')).toBeInViewport()
  await page.getByRole('link', { name: 'Z, 45 Werke' }).click()
  await expect(page).toHaveURL(`${edition.url}literatur/z/`)
  await page.getByRole('link', { name: 'Alle Werke' }).click()
  await expect(page).toHaveURL(`${edition.url}literatur/`)
})

test('without scripts the old address leads to the work by one link', async ({ browser }) => {
  const context = await browser.newContext({ javaScriptEnabled: false })
  const page = await context.newPage()
  await page.goto(`${edition.url}literatur/#lit-meise-1702`)
  const line = page.locator('#lit-meise-1702')
  await expect(line).toBeInViewport()
  await line.getByRole('link').first().click()
  await expect(page).toHaveURL(`${edition.url}literatur/m/#lit-meise-1702`)
  await context.close()
})
