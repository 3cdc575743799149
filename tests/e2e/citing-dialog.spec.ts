import { readFile } from 'node:fs/promises'
import { expect, test } from '@playwright/test'
import { texts } from '../fixture-edition.ts'
import { looks, violations } from './axe.ts'
import {
  bar,
  clipboard,
  dialog,
  doi,
  open,
  own,
  published,
  select,
  upTo,
  wordsOf,
} from './citing-page.ts'

test.use({ permissions: ['clipboard-read', 'clipboard-write'] })

test('the dialog cites a paragraph, page, note, section or the whole text', async ({ page }) => {
  await open(page, texts.small)
  await page.getByRole('button', { name: 'Zitieren' }).click()
  const place = dialog(page).getByLabel('Stelle')
  const preview = dialog(page).locator('.cite-preview')
  const ask = async (query: string) => {
    await place.fill(query)
    await place.press('Enter')
  }
  await ask('2')
  await expect(preview).toContainText('“')
  await expect(preview).toContainText('Abs. 2')
  await ask('2–3')
  await expect(place).toHaveValue(/^Abs\. 2–3/)
  await expect(preview).toContainText(upTo(await wordsOf(page, 'abs-3'), 5))
  await ask('3–2')
  await expect(dialog(page).getByRole('alert')).toHaveText('Absatz 2 steht vor Absatz 3.')
  await ask('2–999')
  await expect(dialog(page).getByRole('alert')).toContainText('gibt es nicht')
  await ask('S. 9–10')
  await expect(place).toHaveValue('S. 9–10')
  await ask('S. 10')
  await expect(preview).toContainText('S. 10')
  await expect(preview).toContainText('#s-10')
  await ask('Anm. 3')
  await expect(preview).toContainText(await wordsOf(page, 'anm-3'))
  await expect(place).toHaveValue('Anm. 3, S. 9')
  await ask('Reihen')
  await expect(preview).toContainText('Abschnitt ‹Reihen und Spalten›')
  await ask('Abs. 999')
  await expect(dialog(page).getByRole('alert')).toContainText('gibt es nicht')
  await ask('')
  await expect(preview).not.toContainText('Abschnitt')
})

test('the style is stored on the device, and files are offered', async ({ page }) => {
  await open(page)
  await page.getByRole('button', { name: 'Zitieren' }).click()
  await dialog(page).getByLabel('BibTeX').check()
  await page.reload()
  await page.keyboard.press('j')
  await page.keyboard.press('z')
  await expect(dialog(page).getByLabel('BibTeX')).toBeChecked()
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    dialog(page).getByRole('link', { name: 'Herunterladen' }).click(),
  ])
  expect(download.suggestedFilename()).toBe(`${own}.bib`)
  const file = await readFile((await download.path())!, 'utf8')
  expect(file).toContain(`url = {${published(own)}?fassung=1.0#abs-1}`)
  expect(file).toContain('note = {Fassung 1.0, Abs. 1}')
  await dialog(page).getByLabel('CSL-JSON').check()
  await dialog(page).getByRole('button', { name: 'Kopieren' }).click()
  await expect(dialog(page).getByText('Kopiert.')).toBeVisible()
  const [item] = JSON.parse(await clipboard(page))
  expect(item.custom).toEqual({ locator: '1', label: 'paragraph' })
})

for (const { width, colorScheme, tag } of looks)
  test(
    `axe finds nothing in dialog and bar at ${width} px, ${colorScheme}`,
    { tag },
    async ({ page }) => {
      await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' })
      await page.setViewportSize({ width, height: 800 })
      await open(page, texts.small)
      await select(page, 'abs-1', 'abs-4')
      await expect(bar(page)).toBeVisible()
      expect(await violations(page, { part: '.passage-bar' })).toEqual([])
      await bar(page).getByRole('button', { name: 'Zitieren' }).click()
      await dialog(page).getByLabel('mit Anmerkungen').check()
      expect(await violations(page, { part: '#ui_zitat' })).toEqual([])
      await dialog(page).getByLabel('RIS').check()
      expect(await violations(page, { part: '#ui_zitat' })).toEqual([])
      const excess = () =>
        page.evaluate(
          () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
        )
      expect(await excess()).toBe(0)
    },
  )

test.describe('without script', () => {
  test.use({ javaScriptEnabled: false })
  test('the reference is at the end of the text, and there is no button', async ({ page }) => {
    await open(page, texts.small)
    await expect(page.locator('.reference')).toContainText(doi)
    await open(page)
    await expect(page.getByRole('heading', { name: 'So zitieren' })).toBeVisible()
    await expect(page.locator('.reference')).toContainText(published(texts.long))
    await expect(page.locator('.end-matter').getByRole('link', { name: 'Zitieren' })).toBeVisible()
    await expect(page.getByRole('button', { name: 'Zitieren' })).toHaveCount(0)
  })
})
