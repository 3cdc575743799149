import { expect, test } from '@playwright/test'
import { settingsKey } from '../../src/contract/storage-keys.ts'
import { texts } from '../fixture-edition.ts'
import { watchFaults } from './faults.ts'
import {
  area,
  bar,
  entriesKept,
  local,
  mark,
  notes,
  open,
  status,
  tab,
  threeNotes,
  write,
} from './notes-page.ts'
import { longestOf, templates } from './templates.ts'

test.use({ viewport: { width: 1280, height: 1200 } })

test('„Meine Notizen“: in order, searched, filtered, changed, removed, linked to the place', async ({
  page,
}) => {
  await threeNotes(page)
  const items = page.locator('.own-note')
  const places = await page.locator('.own-place a').allInnerTexts()
  expect(places.map((place) => place.split(',')[0])).toEqual(['Abs. 2', 'Abs. 3', 'Abs. 5'])
  const search = page.getByRole('textbox', { name: 'In den Notizen suchen' })
  await search.fill('muhlen')
  await expect(items).toHaveCount(1)
  await expect(page.locator('[data-count]')).toHaveText('1 von 3 Notizen und Markierungen.')
  await search.fill('')
  await expect(items).toHaveCount(3)
  await page.getByRole('checkbox', { name: 'Rot' }).uncheck()
  await expect(items).toHaveCount(2)
  await page.getByRole('checkbox', { name: 'Rot' }).check()
  await expect(items).toHaveCount(3)

  await page.getByRole('button', { name: /^Ändern: Abs\. 2/ }).click()
  await expect(area(page)).toBeFocused()
  await page.keyboard.press('End')
  await page.keyboard.type(', aber fein')
  await page.keyboard.press('Escape')
  await expect(items.first()).toContainText('Die Mühlen mahlen langsam, aber fein')
  await expect(page.getByRole('button', { name: /^Ändern: Abs\. 2/ })).toBeFocused()

  await page.getByRole('button', { name: /^Entfernen: Abs\. 3/ }).click()
  await expect(items).toHaveCount(2)
  await status(page)
    .getByRole('button', { name: /Rückgängig/ })
    .click()
  await expect(items).toHaveCount(3)

  await page.getByLabel('Gelb', { exact: true }).last().fill('Stern')
  await page.getByLabel('Grau', { exact: true }).last().fill('Merken')
  await page.keyboard.press('Tab')
  await expect(items.first()).toContainText('Merken')
  await page.getByRole('link', { name: /^Abs\. 5/ }).click()
  await expect(page).toHaveURL(/\?fassung=.*#abs-5$/)
  // At the number itself: its box is as high as the paragraph, and the tab of the notes stands in it.
  await page.locator('#abs-2 ~ .block-number').click({ position: { x: 30, y: 10 } })
  await expect(bar(page).getByRole('button', { name: 'Markieren: Gelb, Stern' })).toBeVisible()
})

test('no page logs a fault while notes, marks and settings are stored', async ({ page }) => {
  test.setTimeout(180_000)
  const faults = watchFaults(page)
  await open(page, texts.small)
  await mark(page, 'abs-2', /Rot/)
  await mark(page, 'abs-3', 'Notiz')
  await write(page, 'Fuge')
  await page.keyboard.press('Escape')
  await entriesKept(page, 2)
  await page.evaluate(([name, value]) => localStorage.setItem(name, value), [
    settingsKey,
    JSON.stringify({ theme: 'dark', glossen: 'alle' }),
  ] as const)
  await open(page, texts.small)
  await expect(tab(page, 'abs-3')).toBeVisible()
  expect(faults.splice(0)).toEqual([])
  for (const template of templates) {
    const name = await longestOf(template, local.folder)
    await page.goto(local.url + name.replace(/index\.html$/, ''))
    if (template === 'notizen/index.astro') await expect(page.locator('.own-note')).toHaveCount(2)
    expect.soft(faults.splice(0), name).toEqual([])
  }
})

test.describe('without script', () => {
  test.use({ javaScriptEnabled: false })

  test('the page explains itself', async ({ page }) => {
    await page.goto(notes)
    await expect(page.getByText('In diesem Browser ist JavaScript ausgeschaltet.')).toBeVisible()
  })
})
