import { expect, test, type Page } from '@playwright/test'
import { texts } from '../fixture-edition.ts'
import { violations } from './axe.ts'
import { openText, storage } from './reader.ts'
import { builtSites } from './sites.ts'

test('a long address is shown shortened, but copied and printed in full', async ({
  page,
  context,
}) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write'])
  await page.setViewportSize({ width: 1440, height: 900 })
  await openText(page, '', '', texts.small)
  await page.waitForSelector('[data-placed]')
  const wording = page.locator('article [data-wording]:has(.address-rest)').first()
  const rest = wording.locator('.address-rest').first()
  const hidden = () => rest.evaluate((element) => element.scrollWidth - element.clientWidth)
  expect(await hidden(), 'pixels left out').toBeGreaterThan(20)
  await wording.evaluate((element) => getSelection()!.selectAllChildren(element))
  await page.keyboard.press('Control+c')
  const copied = await page.evaluate(() => navigator.clipboard.readText())
  const plain = (words: string) => words.replace(/\s+/g, ' ').trim()
  expect(plain(copied)).toBe(plain((await wording.textContent())!))
  await page.emulateMedia({ media: 'print' })
  expect(await hidden(), 'pixels left out on paper').toBeLessThanOrEqual(0)
})

test('without JavaScript no controls are shown that need it', async ({ browser }) => {
  const context = await browser.newContext({ javaScriptEnabled: false })
  const page = await context.newPage()
  await openText(page, '', '', texts.small)
  await expect(page.locator('[data-opens]').first()).toBeHidden()
  await expect(page.locator('.reading-bar')).toBeHidden()
  await expect(page.locator('article .note').first()).toBeVisible()
  await context.close()
})

test.describe('axe finds nothing', () => {
  const find = async (page: Page, selector: string) => {
    await expect(page.locator(selector)).toBeVisible()
    return violations(page, { part: selector })
  }

  // Pages with nothing opened are checked by pages.spec.ts.
  for (const theme of ['light', 'dark', 'sepia'])
    for (const width of [360, 1440]) {
      const tag = theme === 'sepia' && width === 360 ? [] : '@full'
      test(`${theme}, ${width} px: bar, contents, panel, keys`, { tag }, async ({ page }) => {
        await page.setViewportSize({ width, height: 800 })
        await page.emulateMedia({ reducedMotion: 'reduce' })
        await page.addInitScript(
          ([name, value]) => localStorage.setItem(name!, JSON.stringify({ theme: value })),
          [storage, theme],
        )
        await openText(page, '', '#abs-5', texts.small)
        expect.soft(await find(page, '.reading-bar'), 'bar').toEqual([])
        await page.keyboard.press('i')
        expect.soft(await find(page, '.bar-contents'), 'contents').toEqual([])
        await page.keyboard.press('Escape')
        await page.keyboard.press('v')
        expect.soft(await find(page, '#ui_ansicht'), 'panel').toEqual([])
        await page.keyboard.press('Escape')
        await page.keyboard.press('?')
        expect.soft(await find(page, '#ui_tasten'), 'keys').toEqual([])
      })
    }

  test('sepia: the whole text', async ({ page }) => {
    // axe looks at 7000 elements, once in `npm test`.
    test.slow()
    await page.addInitScript((name) => localStorage.setItem(name, '{"theme":"sepia"}'), storage)
    await openText(page)
    expect(await find(page, 'body')).toEqual([])
  })
})

for (const [width, size, tag = []] of [
  [320, '100', '@full'],
  [320, '200'],
  [768, '200', '@full'],
  [1440, '200', '@full'],
] as const)
  test(`nothing is wider than a window of ${width} px at ${size} %`, { tag }, async ({ page }) => {
    await page.setViewportSize({ width, height: 640 })
    await page.addInitScript(
      ([name, value]) => localStorage.setItem(name!, JSON.stringify({ groesse: value })),
      [storage, size],
    )
    const excess = () =>
      page.evaluate(
        () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
      )
    await openText(page)
    expect.soft(await excess(), 'text').toBeLessThanOrEqual(0)
    await page.keyboard.press('v')
    const panel = page.locator('#ui_ansicht')
    await expect(panel).toBeVisible()
    expect
      .soft(await panel.evaluate((dialog) => dialog.scrollWidth - dialog.clientWidth), 'panel')
      .toBeLessThanOrEqual(0)
    for (const path of ['', 'glossar/', 'literatur/', 'seminar/', 'seminar/aufgabe/']) {
      await page.goto(builtSites().local.url + path)
      expect.soft(await excess(), path).toBeLessThanOrEqual(0)
    }
  })

test('sections that are not laid out yet are about as high as they will be', async ({ page }) => {
  for (const width of [320, 768]) {
    await page.setViewportSize({ width, height: 900 })
    await openText(page)
    await page.locator('[data-placed]').waitFor()
    const [estimated, real] = await page.evaluate(async () => {
      const height = () => document.documentElement.scrollHeight
      const first = height()
      for (const section of document.querySelectorAll('[data-text] > section')) {
        section.scrollIntoView()
        await new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)))
      }
      return [first, height()]
    })
    expect(Math.abs(estimated / real - 1)).toBeLessThan(0.1)
  }
})
