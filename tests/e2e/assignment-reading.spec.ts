import { expect } from '@playwright/test'
import { all, readDocument } from '../sites/documents.ts'
import { head, leave, linkTo, long, passage, question, test, text } from './assignment-page.ts'

test('the rest of the text is dimmed but readable, and restored under the pointer', async ({
  page,
}) => {
  await page.goto(await linkTo())
  await expect(head(page)).toBeVisible()
  expect(await passage(page)).toEqual(['3', '4', '5', '6'])
  const colour = (id: string) =>
    page.locator(id).evaluate((element) => getComputedStyle(element).color)
  await page.mouse.move(5, 5)
  const dim = await colour('#abs-1')
  expect(dim).not.toBe(await colour('#abs-4'))
  await page.locator('#abs-1').hover()
  expect(await colour('#abs-1')).toBe(await colour('#abs-4'))
  const rule = await page
    .locator('#abs-4')
    .evaluate((element) => getComputedStyle(element, '::before').borderLeftWidth)
  expect(rule).toBe('3px')
  await expect(page.getByText('<b>nicht</b>')).toBeVisible()
  // The question without a place is at the end.
  await expect(question(page, 3).locator('+ .task-end')).toBeVisible()
})

test('the heading of a question is one level below the heading before it', async ({ page }) => {
  const sections = all('section:has(> h3)', readDocument('local', `texte/${long}/`)).map(
    (section) => all(':scope > .block > [id^="abs-"]', section).map(({ id }) => id.slice(4)),
  )
  const [first, second] = sections.find(({ length }) => length > 1)!
  const asked = { version: '1.0', from: first!, to: second! }
  const questions = [{ at: [second!], text: 'Was?' }]
  for (const [from, level] of [
    [first!, 4],
    [second!, 3],
  ] as const) {
    await page.goto('about:blank')
    await page.goto(await linkTo({ ...asked, from, questions }, long))
    await expect(page.getByRole('heading', { name: /^Frage 1/, level })).toBeVisible()
  }
})

test('the view settings of a link apply only to the assignment', async ({ page }) => {
  await page.goto(text())
  await page.getByRole('button', { name: 'Ansicht' }).first().click()
  await page.getByRole('radio', { name: 'jedes Mal' }).check()
  await page.getByRole('radio', { name: 'im Text' }).check()
  await page.keyboard.press('Escape')
  const own = await page.evaluate(() => localStorage.getItem('edition:einstellungen'))
  await page.goto('about:blank')
  await page.goto(await linkTo())
  await expect(page.locator('html')).toHaveAttribute('data-glossen', 'keine')
  await expect(page.locator('#anm-3-ruf')).toBeHidden()
  await expect(page.locator('#anm-3')).toBeHidden()
  await leave(page).click()
  await expect(page.locator('html')).toHaveAttribute('data-glossen', 'alle')
  await expect(page.locator('html')).toHaveAttribute('data-anmerkungen', 'text')
  await expect(page.locator('#anm-3-ruf')).toBeVisible()
  await expect(page.locator('[data-passage], [data-outside], .task-question')).toHaveCount(0)
  await expect(page.locator('#abs-3')).toBeFocused()
  expect(page.url()).toBe(text())
  expect(await page.evaluate(() => localStorage.getItem('edition:einstellungen'))).toBe(own)
  await page.reload()
  await expect(page.locator('article[data-placed]')).toBeVisible()
  await expect(page.locator('.task-head')).toHaveCount(0)
})
