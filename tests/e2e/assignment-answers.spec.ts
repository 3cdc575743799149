import { readFile } from 'node:fs/promises'
import { expect } from '@playwright/test'
import { answer, head, linkTo, test } from './assignment-page.ts'

test('an assignment stays open when the reader comes back from a note', async ({ page }) => {
  await page.goto(await linkTo({ anmerkungen: '' }))
  await answer(page, 1).fill('Von Drehern.')
  await page.evaluate(() => (location.hash = '#abs-5'))
  await expect(page.locator('#abs-5')).toBeInViewport()
  await page.reload()
  await expect(answer(page, 1)).toHaveValue('Von Drehern.')
  await page.goBack()
  await expect(page).toHaveURL(/#aufgabe=/)
  await expect(head(page)).toHaveCount(1)
  await expect(answer(page, 1)).toHaveValue('Von Drehern.')
})

test('two tabs keep the answers of both; deleting can be undone', async ({ page, context }) => {
  const link = await linkTo()
  await page.goto(link)
  const other = await context.newPage()
  await other.goto(link)
  await answer(page, 1).fill('eins')
  await answer(other, 2).fill('zwei')
  await expect(answer(page, 2)).toHaveValue('zwei')
  await expect(answer(other, 1)).toHaveValue('eins')
  await page.getByRole('button', { name: 'Meine Antworten löschen' }).click()
  await expect(answer(page, 1)).toHaveValue('')
  await expect(answer(other, 1)).toHaveValue('')
  await page.getByRole('button', { name: 'Löschen rückgängig machen' }).click()
  await expect(answer(other, 1)).toHaveValue('eins')
})

test('without storage the reader is informed at once and can export', async ({ page }) => {
  await page.addInitScript(() => {
    Storage.prototype.setItem = () => {
      throw new DOMException('full', 'QuotaExceededError')
    }
  })
  await page.goto(await linkTo())
  await expect(page.getByText('Ihre Antworten werden beim Tippen gespeichert')).toBeVisible()
  await answer(page, 1).pressSequentially('Von Uhren')
  await answer(page, 2).pressSequentially('Niemand')
  await expect(page.locator('#ui_aufgabe-aufbewahrung')).toContainText('kann Ihre Antworten nicht')
  await expect(answer(page, 1)).toHaveValue('Von Uhren')
  const downloaded = page.waitForEvent('download')
  await page.getByRole('button', { name: 'Antworten als Markdown speichern' }).click()
  const file = await downloaded
  expect(file.suggestedFilename()).toBe('zwanzig-dreher-antworten.md')
  const markdown = await readFile(await file.path(), 'utf8')
  expect(markdown).toContain('# Zwanzig Dreher')
  expect(markdown).toMatch(/## Frage 1 zu Absatz 4\n\n> Wovon .*\n\nVon Uhren/)
  expect(markdown).toMatch(/## Frage 2 zu Absatz 6 und 5\n\n> Wer warnt wen\?\n\nNiemand/)
  expect(markdown).toContain('(keine Antwort)')
})
