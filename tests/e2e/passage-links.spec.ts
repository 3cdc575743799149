import { expect, test, type Browser } from '@playwright/test'
import { texts } from '../fixture-edition.ts'
import { bar, clipboard } from './citing-page.ts'
import { linksTo, passageInWindow, passages } from './passages.ts'
import { builtSites } from './sites.ts'

const address = `${builtSites().local.url}texte/${texts.long}/`

/** Links as the edition makes them. */
let made: Promise<string[]> | undefined
async function make(browser: Browser): Promise<string[]> {
  const permissions = ['clipboard-read', 'clipboard-write']
  const context = await browser.newContext({ permissions, serviceWorkers: 'block' })
  const page = await context.newPage()
  await page.goto(address)
  const links: string[] = []
  for (const passage of passages()) {
    await page.evaluate(passageInWindow, [passage, 'select'] as const)
    await bar(page).getByRole('button', { name: 'Link kopieren' }).click()
    const isOther = async () => !links.includes(await clipboard(page))
    await expect(page.locator('[data-status]')).toContainText(passage.from.replace('abs-', ''))
    await expect.poll(isOther).toBe(true)
    links.push(await clipboard(page))
  }
  await context.close()
  return links
}

for (const javaScriptEnabled of [true, false])
  for (const width of [360, 768, 1440, 1920])
    test(
      `links over two paragraphs show their passage, ${width} px, ${javaScriptEnabled ? 'with' : 'without'} script`,
      { tag: '@full' },
      async ({ browser }) => {
        test.setTimeout(240_000)
        const own = await (made ??= make(browser))
        const viewport = { width, height: 800 }
        const context = await browser.newContext({
          javaScriptEnabled,
          viewport,
          serviceWorkers: 'block',
        })
        const page = await context.newPage()
        for (const [i, passage] of passages().entries())
          for (const link of linksTo(address, passage, own[i]!)) {
            await page.goto('about:blank')
            await page.goto(link)
            if (javaScriptEnabled) await page.locator('article[data-placed]').waitFor()
            const hidden = () => page.evaluate(passageInWindow, [passage, 'look'] as const)
            await expect.soft.poll(hidden, link).toBe(null)
          }
        await context.close()
      },
    )
