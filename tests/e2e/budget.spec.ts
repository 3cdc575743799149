import { expect, test } from '@playwright/test'
import { texts } from '../fixture-edition.ts'
import { weigh } from '../page-weight.ts'
import { builtSites } from './sites.ts'

const { local, imported } = builtSites()
const kilobyte = 1000

// Per hundred words the long text has one more gloss and note than the essay for which the budget was set.
const weighed = [
  ...(imported ? [{ slug: imported, words: 50 * kilobyte }] : []),
  { slug: texts.long, words: 58 * kilobyte },
]

for (const { slug, words } of weighed)
  for (const width of [390, 1440])
    test(`${slug} keeps to its budget at ${width} px`, async ({ browser }) => {
      const weight = await weigh(browser, `${local.url}texte/${slug}/`, width)
      expect(weight.document + weight.styles, 'HTML and CSS').toBeLessThanOrEqual(words)
      expect(weight.scripts, 'scripts before any action').toBeLessThanOrEqual(10 * kilobyte)
      expect(weight.fonts, 'fonts on first paint').toBeLessThanOrEqual(80 * kilobyte)
      expect(weight.scripts, 'the page has scripts').toBeGreaterThan(0)
    })
