import { expect, test, type Page } from '@playwright/test'
import { openText } from './reader.ts'

/** Opens the tools of the first gloss whose term has several places in the text. */
async function openTools(page: Page) {
  await openText(page)
  await page.waitForSelector('[data-placed]')
  const gloss = page.locator('article .gloss').first()
  await gloss.locator('.gloss-more').click()
  const turn = gloss.locator('.gloss-tools > span')
  await expect(turn).toContainText('Stellen')
  return { gloss, turn }
}

test('the number of occurrences is centred between its arrows', async ({ page }) => {
  await page.setViewportSize({ width: 1440, height: 900 })
  const { turn } = await openTools(page)
  const gaps = await turn.evaluate((row) => {
    const [before, count, after] = [...row.children].map((child) => {
      const words = document.createRange()
      words.selectNodeContents(child)
      return words.getBoundingClientRect()
    })
    return [count!.left - before!.right, after!.left - count!.right]
  })
  expect(gaps[0]).toBeGreaterThan(3)
  expect(Math.abs(gaps[0]! - gaps[1]!)).toBeLessThan(1.5)
})

test('a gloss grows when its tools need another line', async ({ page }) => {
  await page.setViewportSize({ width: 1440, height: 900 })
  const { gloss, turn } = await openTools(page)
  const next = page.locator('article .gloss').nth(1)
  await turn.getByRole('button').last().click()
  await expect(turn).toContainText('Stelle 2 von')
  const room = async () => {
    const [above, below] = [(await gloss.boundingBox())!, (await next.boundingBox())!]
    return below.y - above.y - above.height
  }
  await expect.poll(room).toBeGreaterThan(5)
})
