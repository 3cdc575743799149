import { expect, test } from '@playwright/test'
import { html, openText, scrollTo, wheel } from './reader.ts'

test.describe('the bar', () => {
  test('shows the section and the remaining time, and links to other sections', async ({
    page,
  }) => {
    await openText(page)
    const bar = page.getByRole('navigation', { name: 'Im Text' })
    await expect(bar).toBeHidden()
    const headings = page.locator('article section > h2')
    const [third, second] = [await headings.nth(2).innerText(), await headings.nth(1).innerText()]
    await scrollTo(page, 'article section:nth-of-type(3) > .block')
    await expect(bar).toBeVisible()
    const button = bar.getByRole('button', { name: third })
    await expect(button).toBeVisible()
    await expect(bar.getByText(/^noch \d+ Min\./)).toBeVisible()
    await button.click()
    const here = bar.locator('[aria-current="location"]')
    await expect(here).toHaveText(third)
    await bar.getByRole('link', { name: second }).click()
    await expect(bar.locator('.bar-contents')).toBeHidden()
    await expect(bar.getByRole('button', { name: second })).toBeVisible()
    await expect(headings.nth(1)).toBeInViewport()
  })

  test('its contents close with Escape and give the focus back', async ({ page }) => {
    await openText(page)
    await scrollTo(page, 'article section:nth-of-type(2) > .block')
    const button = page.locator('.bar-here')
    await expect(button).toBeVisible()
    await button.focus()
    await page.keyboard.press('Enter')
    await page.keyboard.press('Tab')
    await expect(page.locator('.bar-contents a').first()).toBeFocused()
    await page.keyboard.press('Escape')
    await expect(page.locator('.bar-contents')).toBeHidden()
    await expect(button).toBeFocused()
  })

  test('causes no layout shift while reading', async ({ page }) => {
    await page.addInitScript(() => {
      interface Shift extends PerformanceEntry {
        value: number
        sources: { node: Node | null; previousRect: DOMRect; currentRect: DOMRect }[]
      }
      const shifts: string[] = []
      const nameOf = (node: Node | null) =>
        node instanceof Element ? node.id || node.className || node.localName : node?.nodeName
      const note = (entries: PerformanceEntryList) => {
        for (const { value, sources } of entries as Shift[])
          shifts.push(
            `${value}: ${sources
              .map(
                ({ node, previousRect: from, currentRect: to }) =>
                  `${nameOf(node)} from ${from.x} ${from.y} to ${to.x} ${to.y}`,
              )
              .join(', ')}`,
          )
      }
      const observer = new PerformanceObserver((list) => note(list.getEntries()))
      observer.observe({ type: 'layout-shift', buffered: true })
      Object.assign(window, {
        allShifts: () => {
          note(observer.takeRecords())
          return shifts
        },
      })
    })
    await openText(page)
    for (let i = 0; i < 6; i++) await wheel(page, 700)
    const shifts = await page.evaluate(() =>
      (window as unknown as { allShifts: () => string[] }).allShifts(),
    )
    expect(shifts).toEqual([])
  })
})

test('the bar keeps its buttons in a narrow window, at any text size', async ({ page }) => {
  await openText(page, '', '#abs-8')
  const button = page.locator('.reading-bar [data-opens="ansicht"]')
  for (const size of ['150', '175', '200'])
    for (const width of [320, 360, 390]) {
      await page.setViewportSize({ width, height: 700 })
      await html(page).evaluate((root, size) => (root.dataset['groesse'] = size), size)
      await expect(page.locator('.reading-bar')).toHaveAttribute('data-shown')
      const { right } = await button.evaluate((element) => element.getBoundingClientRect())
      expect.soft(right, `${width} px, ${size} %`).toBeLessThanOrEqual(width)
    }
})
