import { expect, test, type Page } from '@playwright/test'
import { texts } from '../fixture-edition.ts'
import { html, openPanel, openText, storage } from './reader.ts'
import { builtSites } from './sites.ts'

const open = (page: Page, search = '', hash = '') => openText(page, search, hash, texts.small)
const kept = (page: Page) => page.evaluate((name) => localStorage.getItem(name), storage)

test.describe('the panel', () => {
  test('opens by keyboard, closes with Escape, restores the focus; closes by a click outside', async ({
    page,
  }) => {
    await open(page)
    const button = page.locator('.site-tools [data-opens="ansicht"]')
    await button.focus()
    await page.keyboard.press('Enter')
    const panel = page.getByRole('dialog', { name: 'Ansicht' })
    await expect(panel).toBeVisible()
    expect(await panel.evaluate((dialog) => dialog.contains(document.activeElement))).toBe(true)
    await page.keyboard.press('Escape')
    await expect(panel).toBeHidden()
    await expect(button).toBeFocused()

    await openPanel(page)
    // The name of a group is announced once.
    await expect(panel.getByRole('region', { name: 'Schrift' })).toHaveCount(1)
    await expect(panel.getByRole('group', { name: 'Farben' })).toHaveCount(1)
    await expect(panel.getByRole('region', { name: 'Farben' })).toHaveCount(0)
    await page.mouse.click(5, 400)
    await expect(panel).toBeHidden()
  })

  test('settings apply at once, after a reload and on other pages', async ({ page }) => {
    await open(page)
    const panel = await openPanel(page)
    const size = () =>
      page.evaluate(() => parseFloat(getComputedStyle(document.documentElement).fontSize))
    const before = await size()
    await panel.getByRole('radio', { name: '150 %' }).check()
    await panel.getByRole('radio', { name: 'sepia' }).check()
    await panel.getByRole('switch', { name: 'Absatznummern' }).uncheck()
    expect(await size()).toBe(1.5 * before)
    await expect(page.locator('.block-number').first()).toBeHidden()
    await page.reload()
    expect(await size()).toBe(1.5 * before)
    await expect(html(page)).toHaveAttribute('data-theme', 'sepia')
    await page.goto(builtSites().local.url)
    await expect(html(page)).toHaveAttribute('data-theme', 'sepia')
  })

  test('settings apply before the first paint', async ({ page }) => {
    await page.addInitScript((name) => {
      localStorage.setItem(name, '{"groesse":"200","theme":"dark"}')
      const seen = () => document.documentElement?.dataset['groesse']
      new MutationObserver((_, observer) => {
        if (!document.body) return
        observer.disconnect()
        ;(window as { first?: string | undefined }).first = seen()
      }).observe(document, { childList: true, subtree: true })
    }, storage)
    await open(page)
    expect(await page.evaluate(() => (window as { first?: string }).first)).toBe('200')
  })

  test('can be reset', async ({ page }) => {
    await open(page)
    const panel = await openPanel(page)
    await panel.getByRole('radio', { name: 'dunkel' }).check()
    await panel.getByRole('switch', { name: 'Blocksatz' }).check()
    expect(await kept(page)).toContain('block')
    await panel.getByRole('button', { name: 'Alles zurücksetzen' }).click()
    expect(await kept(page)).toBeNull()
    await expect(html(page)).not.toHaveAttribute('data-theme')
    await expect(panel.getByRole('radio', { name: 'wie das System' })).toBeChecked()
    await expect(panel.getByRole('switch', { name: 'Blocksatz' })).not.toBeChecked()
  })

  test('works without storage', async ({ page }) => {
    await page.addInitScript(() => {
      Object.defineProperty(window, 'localStorage', {
        get() {
          throw new DOMException('forbidden', 'SecurityError')
        },
      })
    })
    const errors: Error[] = []
    page.on('pageerror', (error) => errors.push(error))
    await open(page, '?glossen=alle')
    await expect(html(page)).toHaveAttribute('data-glossen', 'alle')
    const panel = await openPanel(page)
    await panel.getByRole('radio', { name: 'dunkel' }).check()
    await expect(html(page)).toHaveAttribute('data-theme', 'dark')
    expect(errors).toEqual([])
  })

  test('fills a low window', async ({ page }) => {
    await page.setViewportSize({ width: 320, height: 256 })
    await open(page)
    await page.keyboard.press('v')
    const panel = page.getByRole('dialog', { name: 'Ansicht' })
    await expect(panel).toBeInViewport({ ratio: 1 })
    expect((await panel.boundingBox())!.height).toBe(256)
    await page.setViewportSize({ width: 320, height: 600 })
    expect((await panel.boundingBox())!.height).toBeLessThan(400)
  })

  test('can hide note calls from screen readers', async ({ page }) => {
    await open(page)
    const panel = await openPanel(page)
    const call = page.locator('article [role="doc-noteref"]').first()
    const quiet = panel.getByRole('switch', { name: /Vorlesen/ })
    await quiet.check()
    await expect(call).toHaveAttribute('aria-hidden', 'true')
    await expect(call).toHaveAttribute('tabindex', '-1')
    await page.reload()
    await expect(call).toHaveAttribute('aria-hidden', 'true')
    await (await openPanel(page)).getByRole('switch', { name: /Vorlesen/ }).uncheck()
    await expect(call).not.toHaveAttribute('aria-hidden')
  })

  test('shows notes after their paragraphs if calls are hidden', async ({ page }) => {
    await page.setViewportSize({ width: 390, height: 800 })
    await page.addInitScript((name) => localStorage.setItem(name, '{"rufe":"still"}'), storage)
    await open(page)
    await page.waitForSelector('[data-placed]')
    const notes = page.locator('article .note')
    const third = notes.nth(2)
    await expect(third).toBeVisible()
    await expect(third).not.toHaveAttribute('aria-hidden')
    const overlaps = await notes.evaluateAll((elements) =>
      elements.filter((element) => {
        const paragraph = element.parentElement!.firstElementChild!.getBoundingClientRect()
        return element.getBoundingClientRect().top < paragraph.bottom
      }),
    )
    expect(overlaps).toEqual([])
    await page.keyboard.press('n')
    await expect(notes.first()).toBeFocused()
    await openPanel(page).then((panel) => panel.getByRole('switch', { name: /Vorlesen/ }).uncheck())
    await page.keyboard.press('Escape')
    await expect(third).toBeHidden()
  })
})

test.describe('the address', () => {
  test('sets the view for this visit and is not stored', async ({ page }) => {
    const address = await open(page, '?glossen=alle&anmerkungen=text&groesse=200&theme=dark')
    await expect(html(page)).toHaveAttribute('data-glossen', 'alle')
    await expect(html(page)).toHaveAttribute('data-anmerkungen', 'text')
    await expect(html(page)).not.toHaveAttribute('data-groesse')
    await expect(html(page)).not.toHaveAttribute('data-theme')
    expect(await kept(page)).toBeNull()
    await page.goto(address)
    await expect(html(page)).not.toHaveAttribute('data-glossen')
  })

  test('takes precedence over stored settings until the reader changes them', async ({ page }) => {
    await page.addInitScript((name) => {
      if (!localStorage.getItem(name)) localStorage.setItem(name, '{"glossen":"keine"}')
    }, storage)
    await open(page, '?glossen=erste', '#abs-2')
    await expect(html(page)).not.toHaveAttribute('data-glossen')
    const panel = await openPanel(page)
    await panel.getByRole('radio', { name: 'jedes Mal' }).check()
    expect(new URL(page.url()).search).toBe('')
    expect(new URL(page.url()).hash).toBe('#abs-2')
    await page.reload()
    await expect(html(page)).toHaveAttribute('data-glossen', 'alle')
  })

  test('of a view can be copied', async ({ page, context }) => {
    await context.grantPermissions(['clipboard-read', 'clipboard-write'])
    const address = await open(page)
    const panel = await openPanel(page)
    await panel.getByRole('radio', { name: 'jedes Mal' }).check()
    await panel.getByRole('button', { name: 'Link mit dieser Ansicht kopieren' }).click()
    await expect(panel.getByText('Link kopiert.')).toBeVisible()
    const copied = await page.evaluate(() => navigator.clipboard.readText())
    expect(copied).toBe(`${address}?glossen=alle&anmerkungen=rand&absatznummern=an`)
  })
})
