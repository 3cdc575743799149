import { expect, test, type Page } from '@playwright/test'
import { texts } from '../fixture-edition.ts'
import { all, readDocument } from '../sites/documents.ts'
import { openText } from './reader.ts'

test('a link to a note or gloss beside the text leads there', async ({ page }) => {
  await page.setViewportSize({ width: 1440, height: 900 })
  const text = readDocument('local', `texte/${texts.long}/`)
  for (const kind of ['.note', '.gloss']) {
    const { id } = all(`article ${kind}`, text).at(-1)!
    await page.goto('about:blank')
    await openText(page, '', `#${id}`)
    await expect(page.locator(`#${id}`)).toBeInViewport()
  }
})

test('a link to a hidden gloss leads to its word', async ({ page }) => {
  await page.setViewportSize({ width: 1440, height: 900 })
  const gloss = all('article .gloss', readDocument('local', `texte/${texts.long}/`)).at(-1)!
  const word = gloss.querySelector('.gloss-back')!.getAttribute('href')!
  await openText(page, '?glossen=keine', `#${gloss.id}`)
  await expect(page.locator(word)).toBeInViewport()
  await expect(page.locator(word)).toHaveCSS('text-decoration-line', 'none')
})

test.describe('the way back after a jump', () => {
  const top = (page: Page) => page.evaluate(() => Math.round(scrollY))

  /** Jumps from the contents to the last section; returns the position before. */
  async function jump(page: Page) {
    await page.setViewportSize({ width: 1440, height: 900 })
    await openText(page)
    await page.waitForSelector('[data-placed]')
    const link = page.locator('.contents a').last()
    await link.scrollIntoViewIfNeeded()
    const from = await top(page)
    await link.click()
    const back = page.getByRole('button', { name: 'zurück zur Lesestelle' })
    await expect(back).toBeVisible()
    expect(await top(page)).toBeGreaterThan(from + 2000)
    return { link, from, back }
  }

  test('leads back with the focus, by button and by Backspace', async ({ page }) => {
    const { link, from, back } = await jump(page)
    const isBack = async () => {
      await expect.poll(() => top(page)).toBe(from)
      await expect(link).toBeFocused()
      await expect(back).toBeHidden()
    }
    await back.click()
    await isBack()
    await link.click()
    await expect(back).toBeVisible()
    await page.keyboard.press('Backspace')
    await isBack()
  })

  test('is offered again when the browser goes forward', async ({ page }) => {
    const { from, back } = await jump(page)
    const to = await top(page)
    await page.goBack()
    await expect.poll(() => top(page)).toBe(from)
    await expect(back).toBeHidden()
    await page.goForward()
    await expect(back).toBeVisible()
    expect(await top(page)).toBe(to)
    await back.click()
    await expect.poll(() => top(page)).toBe(from)
  })

  test('leads step by step, back and forward again', async ({ page }) => {
    const { from, back } = await jump(page)
    const first = await top(page)
    await page.evaluate(() => scrollTo({ top: 0, behavior: 'instant' }))
    await page.locator('.contents a').nth(2).click()
    await expect.poll(() => top(page)).not.toBe(0)
    await expect(back).toBeVisible()
    const second = await top(page)
    await back.click()
    await expect.poll(() => top(page)).toBe(0)
    await page.goForward()
    await expect.poll(() => top(page)).toBe(second)
    await back.click()
    await expect.poll(() => top(page)).toBe(0)
    await page.keyboard.press('Backspace')
    await expect.poll(() => top(page)).toBe(from)
    await page.goForward()
    await expect.poll(() => top(page)).toBe(0)
    expect(first).toBeGreaterThan(from)
  })
})

test('a call whose note is visible does not scroll', async ({ page }) => {
  await page.setViewportSize({ width: 1440, height: 900 })
  const address = await openText(page)
  await page.waitForSelector('[data-placed]')
  const call = page.locator('article [role="doc-noteref"]').nth(6)
  await call.evaluate((element) => element.scrollIntoView({ block: 'center' }))
  const note = page.locator((await call.getAttribute('href'))!)
  await expect(note).toBeInViewport()
  const before = await page.evaluate(() => scrollY)
  await call.click()
  await expect(note).toBeFocused()
  await expect(note).toHaveAttribute('data-active')
  expect(await page.evaluate(() => scrollY)).toBe(before)
  expect(page.url()).toBe(address + (await call.getAttribute('href')))
  await page.keyboard.press('Escape')
  await expect(call).toBeFocused()
  await page.goBack()
  expect(page.url()).toBe(address)
  expect(await page.evaluate(() => scrollY)).toBe(before)
})

test('a link to words of a closed note opens it', async ({ page }) => {
  await page.setViewportSize({ width: 390, height: 800 })
  const closed = all('article .note', readDocument('local', `texte/${texts.long}/`))[31]!
  const words = closed.querySelector('[data-wording]')!.textContent.trim().split(/\s+/)
  await openText(page, '', `#:~:text=${encodeURIComponent(words.slice(0, 5).join(' '))}`)
  const note = page.locator(`#${closed.id}`)
  await expect(note).toBeVisible()
  await expect(note).toBeInViewport()
})

test('a reloaded page keeps its position and opens the note in its address', async ({ page }) => {
  await page.setViewportSize({ width: 700, height: 800 })
  const address = await openText(page)
  await page.waitForSelector('[data-placed]')
  const id = await page.locator('article .note').nth(3).getAttribute('id')
  await page.goto(`${address}#${id}`)
  await expect(page.locator(`#${id}`)).toBeInViewport()
  await page.locator('article section').last().scrollIntoViewIfNeeded()
  await page.reload()
  await page.waitForSelector('[data-placed]')
  await expect(page.locator(`#${id}`)).toBeVisible()
  await expect(page.locator(`#${id}`)).not.toBeInViewport()
})
