import { expect, test } from '@playwright/test'
import { texts } from '../fixture-edition.ts'
import { bar, clipboard, dialog, dragged, open, published, select, wordsOf } from './citing-page.ts'

test.use({ permissions: ['clipboard-read', 'clipboard-write'] })

test.describe('the clipboard', () => {
  test('has the plain words of paragraphs selected by mouse', async ({ page }) => {
    await open(page)
    const expected = await dragged(page)
    await page.keyboard.press('Control+c')
    expect(await clipboard(page)).toBe(expected.join('\n\n'))
    const html = await page.evaluate(async () => {
      const [item] = await navigator.clipboard.read()
      return (await item!.getType('text/html')).text()
    })
    expect(html.match(/<p\b/g)).toHaveLength(3)
    expect(html).not.toMatch(/<a\b|<span\b[^>]*(?:id|role)=/)
  })

  test('has only the words of a note', async ({ page }) => {
    await page.setViewportSize({ width: 1440, height: 900 })
    await open(page, texts.small)
    await page.locator('#anm-2 [data-wording]').evaluate((wording) => {
      getSelection()!.selectAllChildren(wording)
    })
    await expect(bar(page)).toBeVisible()
    await page.keyboard.press('Control+c')
    expect(await clipboard(page)).toBe(await wordsOf(page, 'anm-2'))
  })

  test('has the whole text with headings after Ctrl+A, without the rest of the page', async ({
    page,
  }) => {
    await open(page)
    await page.locator('h1').click()
    await page.keyboard.press('Control+a')
    await expect(bar(page)).toBeVisible()
    await page.keyboard.press('Control+c')
    const copied = (await clipboard(page)).split('\n\n')
    const ids = await page
      .locator('article .block > [id^="abs-"]:is(p)')
      .evaluateAll((all) => all.map(({ id }) => id))
    for (const id of ids) expect(copied).toContain(await wordsOf(page, id))
    const headings = await page.locator('article :is(h2, h3)').allTextContents()
    for (const heading of headings) expect(copied).toContain(heading.trim())
    expect(copied.join()).not.toContain('Stelle aufrufen')
    expect(copied.join()).not.toContain('Zum Mitnehmen')
  })

  test('has nothing of the interface', async ({ page }) => {
    await page.setViewportSize({ width: 1440, height: 900 })
    await open(page)
    await page.locator('[data-placed]').waitFor()
    await page.locator('#abs-2').scrollIntoViewIfNeeded()
    await select(page, 'abs-2', 'abs-2')
    await bar(page).getByRole('button', { name: /Gelb/ }).click()
    await expect(page.locator('[data-annotations="abs-2"]')).toBeVisible()
    await page.evaluate(() => {
      const notice = Object.assign(document.createElement('p'), { className: 'place-notice' })
      notice.textContent = 'Absatz 3 lautet anders.'
      document.getElementById('abs-3')!.closest('.block')!.before(notice)
    })
    await select(page, 'abs-1', 'abs-3')
    await expect(bar(page)).toBeVisible()
    await page.keyboard.press('Control+c')
    const words = await Promise.all(['abs-1', 'abs-2', 'abs-3'].map((id) => wordsOf(page, id)))
    expect(await clipboard(page)).toBe(words.join('\n\n'))
  })

  test('is left to the browser outside a text', async ({ page }) => {
    await open(page, texts.small)
    await page.locator('.site-footer p').selectText()
    await page.keyboard.press('Control+c')
    expect(await clipboard(page)).toBe(await page.locator('.site-footer p').innerText())
  })
})

test.describe('if the browser refuses to copy', () => {
  test.beforeEach(({ page }) =>
    page.addInitScript(() => {
      const refuse = () => Promise.reject(new DOMException('refused', 'NotAllowedError'))
      Object.assign(navigator.clipboard, { write: refuse, writeText: refuse })
      Object.assign(document, { execCommand: () => false })
    }),
  )

  test('a field with the selected words is shown', async ({ page }) => {
    await open(page, texts.small)
    await page.keyboard.press('j')
    await page.keyboard.press('z')
    await dialog(page).getByRole('button', { name: 'Kopieren' }).click()
    const field = dialog(page).getByLabel('Der Browser gibt die Zwischenablage nicht frei')
    await expect(field).toBeFocused()
    expect(await field.inputValue()).toContain(`„${await wordsOf(page, 'abs-1')}“`)
    const selected = await field.evaluate((area: HTMLTextAreaElement) => [
      area.selectionStart,
      area.selectionEnd - area.value.length,
    ])
    expect(selected).toEqual([0, 0])
    // Copying from the field is not changed.
    await page.keyboard.press('Control+c')
    expect(await clipboard(page)).toBe(await field.inputValue())
  })

  test('a link is shown in a field too', async ({ page }) => {
    await open(page, texts.small)
    await page.keyboard.press('j')
    await page.keyboard.press('m')
    await bar(page).getByRole('button', { name: 'Link kopieren' }).click()
    const offered = page.getByRole('dialog', { name: 'Link zu Abs. 1' })
    await expect(offered.getByRole('textbox')).toHaveValue(
      `${published(texts.small)}?fassung=0.9#abs-1`,
    )
    await page.keyboard.press('Escape')
    await expect(offered).toHaveCount(0)
  })
})
