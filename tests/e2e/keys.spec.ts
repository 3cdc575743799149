import { expect, test, type Page } from '@playwright/test'
import { texts } from '../fixture-edition.ts'
import { html, openPanel, openText } from './reader.ts'

test.describe('keys', () => {
  test('move from paragraph to paragraph, and announce the position', async ({ page }) => {
    await openText(page, '', '', texts.small)
    for (const key of ['j', 'j', 'j']) await page.keyboard.press(key)
    await expect(page.locator('#abs-3')).toBeFocused()
    await page.keyboard.press('k')
    await expect(page.locator('#abs-2')).toBeFocused()
    await page.keyboard.press('w')
    await expect(page.locator('[data-status]')).toHaveText(/^Absatz 2, .*noch \d+ Minuten?\.$/)
  })

  test('move to notes and copy the address of a paragraph', async ({ page, context }) => {
    await context.grantPermissions(['clipboard-read', 'clipboard-write'])
    const address = await openText(page, '', '', texts.small)
    await page.keyboard.press('j')
    await page.keyboard.press('n')
    await expect(page.locator('[role="doc-noteref"]').first()).toBeFocused()
    await page.keyboard.press('l')
    await expect(page.locator('[data-status]')).toHaveText(/^Link zu Absatz \d+ kopiert\.$/)
    const copied = await page.evaluate(() => navigator.clipboard.readText())
    expect(copied).toMatch(new RegExp(`^${address}#abs-\\d+$`))
  })

  test('open the contents, in a low window those of the page', async ({ page }) => {
    await openText(page, '', '#abs-8')
    await expect(page.locator('.reading-bar')).toHaveAttribute('data-shown')
    await page.keyboard.press('i')
    await expect(page.locator('.bar-contents a:focus')).toBeInViewport()
    await page.keyboard.press('Escape')
    await page.setViewportSize({ width: 320, height: 256 })
    // The page hears of its new size with the next frame; a key before that would come from the window as it was.
    await page.evaluate(
      () => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))),
    )
    await page.keyboard.press('i')
    await expect(page.locator('nav.contents a').first()).toBeFocused()
    await expect(page.locator('nav.contents a').first()).toBeInViewport()
    await expect(page.locator('.bar-contents')).toBeHidden()
  })

  test('change the view', async ({ page }) => {
    await openText(page, '', '', texts.small)
    await page.keyboard.press('g')
    await expect(page.locator('[data-status]')).toHaveText('Glossen: jedes Mal.')
    await expect(html(page)).toHaveAttribute('data-glossen', 'alle')
    await page.keyboard.press('a')
    await expect(html(page)).toHaveAttribute('data-anmerkungen', 'text')
    await page.keyboard.press('t')
    await expect(html(page)).toHaveAttribute('data-theme', 'light')
  })

  test('are listed by the question mark and can be switched off', async ({ page }) => {
    await openText(page, '', '', texts.small)
    await page.keyboard.press('?')
    const list = page.getByRole('dialog', { name: 'Tastenkürzel' })
    await expect(list).toBeVisible()
    await list.getByRole('switch').uncheck()
    await page.keyboard.press('Escape')
    await page.keyboard.press('t')
    await page.keyboard.press('?')
    await expect(list).toBeHidden()
    await expect(html(page)).not.toHaveAttribute('data-theme')
    await (await openPanel(page)).getByRole('switch', { name: 'Tastenkürzel' }).check()
    await page.keyboard.press('Escape')
    await page.keyboard.press('t')
    await expect(html(page)).toHaveAttribute('data-theme', 'light')
  })

  test('are ignored with a modifier or in a panel', async ({ page }) => {
    await openText(page, '', '', texts.small)
    await page.keyboard.press('Alt+t')
    await openPanel(page)
    await page.keyboard.press('t')
    await expect(html(page)).not.toHaveAttribute('data-theme')
  })
})

test.describe('when a key closes an element, the focus moves', () => {
  /** Opens it by keys and moves the focus into it. */
  async function openFirstNote(page: Page) {
    await openText(page, '', '', texts.small)
    await page.keyboard.press('n')
    await expect(page.locator('#anm-stern-ruf')).toBeFocused()
    await page.keyboard.press('Enter')
    await expect(page.locator('#anm-stern')).toBeFocused()
  }

  for (const width of [1024, 1440]) {
    test(`from a note to its call at ${width} px`, async ({ page }) => {
      await page.setViewportSize({ width, height: 900 })
      await openFirstNote(page)
      await page.keyboard.press('a')
      await expect(page.locator('#anm-stern')).toBeHidden()
      await expect(page.locator('#anm-stern-ruf')).toBeFocused()
    })

    test(`from a gloss to its term, and from a term to its paragraph, at ${width} px`, async ({
      page,
    }) => {
      await page.setViewportSize({ width, height: 900 })
      await openText(page, '', '', texts.small)
      const term = page.locator('article [role="doc-glossref"]').first()
      const gloss = page.locator((await term.getAttribute('href'))!)
      const paragraph = await term.evaluate((link) => link.closest('[id^="abs-"]')!.id)
      await term.press('Enter')
      await expect(gloss).toBeFocused()
      await page.keyboard.press('a')
      await expect(gloss).toBeHidden()
      await expect(term).toBeFocused()
      await page.keyboard.press('g')
      await page.keyboard.press('g')
      await expect(page.locator('[data-status]')).toHaveText('Glossen: keine.')
      await expect(page.locator(`[id="${paragraph}"]`)).toBeFocused()
    })
  }

  test('but stays in a note that remains open', async ({ page }) => {
    await page.setViewportSize({ width: 390, height: 800 })
    await openFirstNote(page)
    await page.keyboard.press('a')
    await expect(page.locator('[data-status]')).toHaveText('Anmerkungen: im Text.')
    await expect(page.locator('#anm-stern')).toBeFocused()
  })
})

test('the focus stays on a term that is hidden and shown again', async ({ page }) => {
  await openText(page)
  const gloss = page.locator('article .gloss').first()
  const lemma = (await gloss.locator('.gloss-lemma').textContent())!
  const word = await gloss.locator('.gloss-back').getAttribute('href')
  await gloss.locator('.gloss-more').click()
  await gloss.getByRole('button', { name: 'kenne ich' }).press('Enter')
  await expect(page.locator('[data-status]')).toHaveText(`„${lemma}“ gilt als bekannt.`)
  await expect(page.locator(`p:has(${word})`)).toBeFocused()

  await page.locator('.gloss-more:visible').first().press('Enter')
  await page.locator('.gloss:not([data-off]) [data-opens="begriffe"]').press('Enter')
  const dialog = page.getByRole('dialog', { name: 'Meine Begriffe' })
  await dialog.getByRole('button', { name: `wieder anzeigen: ${lemma}` }).press('Enter')
  await expect(dialog.getByRole('status')).toHaveText(`„${lemma}“ wird wieder erklärt.`)
  await expect(dialog.getByRole('heading', { name: 'Meine Begriffe', exact: true })).toBeFocused()
})
