import { expect, test } from '@playwright/test'
import { texts } from '../fixture-edition.ts'
import { bar, clipboard, dialog, open, select, wordBox, wordsOf } from './citing-page.ts'

test.use({ permissions: ['clipboard-read', 'clipboard-write'] })

test.describe('on a touch screen', () => {
  test.use({ hasTouch: true, isMobile: true, viewport: { width: 390, height: 800 } })

  test('a selection opens the bar below it, and a tap cites', async ({ page }) => {
    await open(page, texts.small)
    await page.locator('#abs-2').scrollIntoViewIfNeeded()
    await select(page, 'abs-2', 'abs-2')
    await expect(bar(page)).toBeInViewport()
    const box = (await bar(page).boundingBox())!
    expect(box.y + box.height).toBeGreaterThan(700)
    await bar(page).getByRole('button', { name: 'Zitieren' }).tap()
    await dialog(page).getByRole('button', { name: 'Kopieren' }).tap()
    await expect(dialog(page).getByText('Kopiert.')).toBeVisible()
    expect(await clipboard(page)).toContain(`„${await wordsOf(page, 'abs-2')}“`)
  })

  test('a tap on a number offers „Notiz“, not covered by the way back, and the dialog opens at its top', async ({
    page,
  }) => {
    await page.setViewportSize({ width: 360, height: 740 })
    await open(page)
    for (const id of ['abs-9', 'abs-14']) {
      // Far enough down that the jump to its beginning offers a way back.
      await page.locator(`[id="${id}"]`).evaluate((element) => {
        const { top } = element.getBoundingClientRect()
        scrollBy({ top: top - 0.6 * innerHeight, behavior: 'instant' })
      })
      await page.locator(`.block-number[href="#${id}"]`).tap()
      await expect(bar(page)).toBeVisible()
    }
    const wayBack = page.locator('.way-back')
    await expect(wayBack).toHaveJSProperty('hidden', false)
    await bar(page).getByRole('button', { name: 'Notiz' }).tap()
    await expect(page.locator('.annotation-box')).toBeVisible()
    await expect(wayBack).toBeHidden()
    await page.keyboard.press('Escape')
    await page.locator('.block-number[href="#abs-14"]').tap()
    await bar(page).getByRole('button', { name: 'Zitieren' }).tap()
    await expect(dialog(page).getByRole('button', { name: 'Kopieren' })).toBeFocused()
    expect(await dialog(page).evaluate(({ scrollTop }) => scrollTop)).toBe(0)
  })

  test('messages are above the bar', async ({ page }) => {
    await open(page, texts.small)
    await page.locator('#abs-2').scrollIntoViewIfNeeded()
    await select(page, 'abs-2', 'abs-2')
    await bar(page).getByRole('button', { name: 'Link kopieren' }).tap()
    const status = page.locator('[data-status]')
    await expect(status).toContainText('kopiert')
    await page.locator('.block-number[href="#abs-2"]').tap()
    await expect(bar(page)).toBeVisible()
    await expect(status).toContainText('kopiert')
    const { y, height } = (await status.boundingBox())!
    expect(y + height).toBeLessThanOrEqual((await bar(page).boundingBox())!.y)
  })

  test('the button of the text cites without selection', async ({ page }) => {
    for (const [slug, version] of [
      [texts.long, '?fassung=1.0'],
      // By its DOI.
      [texts.small, ''],
    ] as const) {
      await open(page, slug)
      await page.getByRole('button', { name: 'Zitieren' }).tap()
      await expect(dialog(page).locator('.cite-preview')).toHaveText(
        (await page.locator('.reference').textContent())!.replace(/\.$/, `${version}.`),
      )
    }
  })
})

test.describe('by keyboard', () => {
  test('„z“ cites the selection, and the focus is restored', async ({ page }) => {
    await open(page, texts.small)
    await page.keyboard.press('j')
    await page.keyboard.press('j')
    await expect(page.locator('#abs-2')).toBeFocused()
    await page.keyboard.press('z')
    await expect(dialog(page).getByRole('button', { name: 'Kopieren' })).toBeFocused()
    await expect(dialog(page).getByLabel('Stelle')).toHaveValue('Abs. 2, S. 9')
    await page.keyboard.press('Enter')
    await expect(dialog(page).getByText('Kopiert.')).toBeVisible()
    expect(await clipboard(page)).toContain(`„${await wordsOf(page, 'abs-2')}“`)
    await page.keyboard.press('Escape')
    await expect(dialog(page)).toBeHidden()
    await expect(page.locator('#abs-2')).toBeFocused()

    await page.locator('#abs-1').scrollIntoViewIfNeeded()
    // Without caret browsing, keys can only extend an existing selection.
    const word = await wordBox(page, 'abs-1', 1)
    await page.mouse.dblclick(word.left + 3, word.middle)
    for (let i = 0; i < 4; i++) await page.keyboard.press('Shift+Control+ArrowRight')
    const selected = await page.evaluate(() => getSelection()!.toString().trim())
    expect(selected.split(' ').length).toBeGreaterThan(2)
    await page.keyboard.press('z')
    await expect(dialog(page).locator('.cite-quoted')).toHaveText(`„${selected}“`)
  })

  test('„m“ opens the bar, arrow keys move in it, Escape restores the focus', async ({ page }) => {
    await open(page, texts.small)
    await page.keyboard.press('j')
    await page.keyboard.press('m')
    const buttons = bar(page).getByRole('button')
    await expect(buttons.nth(0)).toBeFocused()
    await page.keyboard.press('ArrowRight')
    await expect(buttons.nth(1)).toBeFocused()
    await page.keyboard.press('Escape')
    await expect(bar(page)).toHaveCount(0)
    await expect(page.locator('#abs-1')).toBeFocused()
    await page.keyboard.press('m')
    await expect(buttons.nth(0)).toBeFocused()
    await page.keyboard.press('Enter')
    await expect(dialog(page)).toBeVisible()
    await page.keyboard.press('Escape')
    await expect(page.locator('#abs-1')).toBeFocused()
  })
})
