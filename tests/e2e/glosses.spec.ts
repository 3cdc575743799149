import { expect, test } from '@playwright/test'
import { openText } from './reader.ts'

test('the number of occurrences is centred between its arrows, and a gloss grows when its tools need another line', async ({
  page,
}) => {
  await page.setViewportSize({ width: 1440, height: 900 })
  await openText(page)
  await page.waitForSelector('[data-placed]')
  // Its term has several places in the text.
  const gloss = page.locator('article .gloss').first()
  await gloss.locator('.gloss-more').click()
  const turn = gloss.locator('.gloss-tools > span')
  await expect(turn).toContainText('Stellen')
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

  const next = page.locator('article .gloss').nth(1)
  await turn.getByRole('button').last().click()
  await expect(turn).toContainText('Stelle 2 von')
  const room = async () => {
    const [above, below] = [(await gloss.boundingBox())!, (await next.boundingBox())!]
    return below.y - above.y - above.height
  }
  await expect.poll(room).toBeGreaterThan(5)
})
