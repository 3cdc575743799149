/** The documents of the edition’s EPUB as a reading system shows them: in a browser, narrow, in both themes. */
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { expect, test, type Browser, type TestInfo } from '@playwright/test'
import { unzipSync } from 'fflate'
import { editionBookFile } from '../../src/contract/addresses.ts'
import { violations } from './axe.ts'
import { builtSites } from './sites.ts'

const title = 'Am harten Kern, gelesen'

/** A document is a part of a book: the reading system has the landmarks, and not each part has a heading of level 1. */
const rulesOfPages = ['landmark-one-main', 'page-has-heading-one', 'region']

/** Unpacks the EPUB; paths of its documents, in the order of their names. */
function unpack(info: TestInfo): string[] {
  const bytes = readFileSync(join(builtSites().local.folder, editionBookFile(title)))
  return Object.entries(unzipSync(bytes)).flatMap(([name, content]) => {
    const path = info.outputPath(name)
    mkdirSync(dirname(path), { recursive: true })
    writeFileSync(path, content)
    return name.endsWith('.xhtml') ? [path] : []
  })
}

/** Checks the documents one after the other. */
async function check(
  browser: Browser,
  info: TestInfo,
  colorScheme: 'light' | 'dark',
  names: RegExp,
) {
  const page = await browser.newPage({ colorScheme, viewport: { width: 320, height: 600 } })
  const shown = unpack(info).filter((path) => names.test(path))
  expect(shown.length).toBeGreaterThan(2)
  for (const path of shown) {
    await page.goto(`file://${path}`)
    expect(await violations(page, { except: rulesOfPages }), path).toEqual([])
    const over = await page.evaluate(
      () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
    )
    expect(over, path).toBeLessThanOrEqual(0)
  }
  await page.close()
}

test('EPUB, dark, the small text: nothing for axe, nothing wider than the page', async ({
  browser,
}, info) => {
  await check(browser, info, 'dark', /pruefstein-(?:titel|abschnitt-[12]|anmerkungen)\.xhtml$/)
})

for (const colorScheme of ['light', 'dark'] as const)
  test(
    `EPUB, ${colorScheme}, all: nothing for axe, nothing wider than the page`,
    { tag: '@full' },
    async ({ browser }, info) => {
      test.setTimeout(300_000)
      await check(browser, info, colorScheme, /./)
    },
  )
