import { expect, test, type Locator } from '@playwright/test'
import { texts } from '../fixture-edition.ts'
import { builtSites } from './sites.ts'

/**
 * Whether words are set in small capitals that the font has: without those that the browser makes of capitals they
 * are as wide, and wider than in lower case.
 */
const areDrawn = (words: Locator) =>
  words.evaluate(async (element: HTMLElement) => {
    element.getBoundingClientRect() // Fonts that are not loaded are asked for when words are set.
    await document.fonts.ready
    const width = (property: string, value: string) => {
      element.style.setProperty(property, value)
      const { width } = element.getBoundingClientRect()
      element.style.removeProperty(property)
      return width
    }
    const set = element.getBoundingClientRect().width
    const drawn = width('font-synthesis-small-caps', 'none')
    return { made: set - drawn, wider: drawn > width('font-variant-caps', 'normal') }
  })

/** Pages wait for their fonts; as published they go without those that come late. */
test.use({ bypassCSP: true })
test.beforeEach(({ page }) =>
  page.route('**/*', async (route) => {
    if (route.request().resourceType() !== 'document') return route.fallback()
    const response = await route.fetch()
    const html = (await response.text()).replaceAll('font-display:optional', 'font-display:block')
    await route.fulfill({ response, body: html })
  }),
)

for (const [where, path] of [
  ['the text page', `texte/${texts.small}/`],
  ['the text in one file', `${texts.small}.html`],
] as const)
  test(`small capitals are those of the font: ${where}`, async ({ page }) => {
    await page.setViewportSize({ width: 1440, height: 900 })
    await page.goto(builtSites().local.url + path)
    await page.waitForSelector('[data-placed]')
    for (const media of ['screen', 'print'] as const) {
      await page.emulateMedia({ media })
      for (const part of ['.block > p', '.note']) {
        const words = page.locator(`article ${part} .small-caps`)
        expect(await areDrawn(words), `${part}, ${media}`).toEqual({ made: 0, wider: true })
      }
    }
  })
