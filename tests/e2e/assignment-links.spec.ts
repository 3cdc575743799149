import { expect, type Page } from '@playwright/test'
import { sessions } from '../fixture-edition.ts'
import {
  answer,
  head,
  leave,
  linkTo,
  local,
  long,
  made,
  passage,
  session,
  slug,
  test,
  text,
} from './assignment-page.ts'

test('a session opens by its link; a jump in the page and a return change nothing', async ({
  page,
}) => {
  await page.goto(`${local.url}seminar/${sessions.second}/`)
  await page
    .getByRole('link', { name: /^Lesen: / })
    .first()
    .click()
  const title = page.getByRole('heading', { name: 'Der Chip und sein Hausrecht' })
  await expect(title).toBeFocused()
  await expect(page).toHaveURL(session())
  await expect(page.getByRole('heading', { name: 'Frage 2 zu Absatz 9 und 10' })).toBeVisible()
  await answer(page, 2).fill('An der Nachbarschaft.')
  await page.locator('#anm-7-ruf').click()
  await page.goBack()
  await page.reload()
  await expect(answer(page, 2)).toHaveValue('An der Nachbarschaft.')
})

test('questions about paragraphs outside of the passage are named', async ({ page }) => {
  const questions = [
    { at: ['2'], text: 'Was kommt davor?' },
    { at: ['4'], text: 'Was steht hier?' },
  ]
  await page.goto(await linkTo({ questions }))
  await expect(page.getByRole('alert')).toHaveText(
    /Frage 2 nennt Absatz 2, außerhalb der Lektüre; sie steht hinter der Lektüre\.$/,
  )
  await expect(head(page)).toBeVisible()
})

/** Opens an address as a link from elsewhere, even if only its fragment is another one. */
const openAnew = (page: Page) => async (address: string) => {
  await page.goto('about:blank')
  await page.evaluate(() => undefined)
  await page.goto(address)
}

test('a damaged link shows an explanation and everything that is intact', async ({ page }) => {
  const link = await linkTo()
  const open = openAnew(page)
  await open(link.slice(0, -20))
  await expect(page.getByRole('alert')).toContainText('unvollständig')
  await expect(page.getByRole('alert')).toContainText('Absätze 3–6')
  expect(await passage(page)).toEqual(['3', '4', '5', '6'])
  await leave(page).click()

  const lastDot = link.lastIndexOf('.')
  const hurt = link[lastDot - 9] === 'A' ? 'B' : 'A'
  await open(link.slice(0, lastDot - 9) + hurt + link.slice(lastDot - 8))
  await expect(page.getByRole('alert')).toContainText('beschädigt')
  await leave(page).click()

  await open(link.replace(`${slug}.3-6.`, `${slug}.2-6.`))
  await expect(page.getByRole('alert')).toContainText('deshalb ist nichts markiert')
  await expect(page.getByRole('alert')).toContainText('„Zwanzig Dreher“')
  await expect(page.getByRole('alert')).toBeFocused()
  expect(await passage(page)).toEqual([])

  await open(`${link.slice(0, -30)}%C3`)
  await expect(page.getByRole('alert')).toContainText('unvollständig')
  await expect(page.locator('article[data-placed]')).toBeVisible()
  await leave(page).click()
})

test('a link that does not fit the text says why', async ({ page }) => {
  const open = openAnew(page)
  await open(await linkTo({ from: '60', to: '99' }))
  await expect(page.getByRole('alert')).toContainText('Diese Stelle gibt es hier nicht')
  await open(await linkTo({ text: 'von-uhren' }))
  await expect(page.getByRole('alert')).toContainText('anderen Text')
  // Of the small text no former version is recorded.
  await open(await linkTo({ version: '0.9' }, long))
  await expect(page.getByRole('alert')).toContainText('Fassung 0.9')
  expect(await passage(page)).toEqual(['3', '4', '5', '6'])
})

test('a link of a newer edition shows its passage', async ({ page }) => {
  const { checksum } = await import('../../src/contract/assignment/encoding.ts')
  const packed = Buffer.from(made.title).toString('base64url')
  const start = `2.${slug}.3-6.${packed}`
  await page.goto(text(`#aufgabe=${start}.${checksum(start)}.zukunft`))
  await expect(page.getByRole('alert')).toContainText('neueren Fassung')
  await expect(head(page)).toBeVisible()
  expect(await passage(page)).toEqual(['3', '4', '5', '6'])
})
