import { expect, test } from '@playwright/test'
import { texts } from '../fixture-edition.ts'
import { violations } from './axe.ts'
import { builtSites } from './sites.ts'

const shelf = () => `${builtSites().local.url}texte/`
const shown = '[data-shelf-text]:not([hidden]) h2'

test('readers choose texts and put them in order; the address keeps the choice', async ({
  page,
}) => {
  await page.goto(builtSites().local.url)
  await page
    .getByRole('navigation', { name: 'Ausgabe' })
    .getByRole('link', { name: 'Texte' })
    .click()
  await expect(page).toHaveURL(shelf())
  const titles = page.locator(shown)
  const count = page.getByRole('status').and(page.locator('[data-shelf-count]'))
  const all = await titles.allTextContents()
  await expect(count).toHaveText(`${all.length} von ${all.length} Texten`)

  await page.getByRole('combobox', { name: 'Thema' }).selectOption('Prüfung')
  await expect(count).toHaveText(`1 von ${all.length} Texten`)
  await expect(page.locator(`${shown} a`)).toHaveAttribute('href', new RegExp(texts.small))
  await page.getByRole('searchbox').fill('nirgends')
  await expect(count).toHaveText('Kein Text entspricht dieser Auswahl.')
  expect(new URL(page.url()).search).toBe('?worte=nirgends&thema=Pr%C3%BCfung')
  await page.reload()
  await expect(page.getByRole('searchbox')).toHaveValue('nirgends')
  await expect(titles).toHaveCount(0)

  await page.getByRole('button', { name: 'Auswahl zurücksetzen' }).click()
  await expect(titles).toHaveText(all)
  expect(new URL(page.url()).search).toBe('')
  await page.getByRole('combobox', { name: 'Reihenfolge' }).selectOption('nach Titel')
  const collator = new Intl.Collator('de')
  await expect(titles).toHaveText(all.toSorted(collator.compare))
})

test('the list of texts is accessible with a choice made', async ({ page }) => {
  await page.goto(`${shelf()}?thema=Prüfung&ordnung=titel`)
  await expect(page.locator(shown)).toHaveCount(1)
  expect(await violations(page)).toEqual([])
})

test.describe('without scripts', () => {
  test.use({ javaScriptEnabled: false })

  test('all texts are there, and no form that does nothing', async ({ page }) => {
    await page.goto(shelf())
    await expect(page.locator(shown).nth(3)).toBeVisible()
    await expect(page.locator('[data-shelf-form]')).toBeHidden()
  })
})
