/** The documents of the edition’s EPUB as a reading system shows them: in a browser, narrow, in both themes. */
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { expect, test, type TestInfo } from '@playwright/test'
import { unzipSync } from 'fflate'
import { editionBookFile } from '../../src/contract/addresses.ts'
import { violations } from './axe.ts'
import { builtSites } from './sites.ts'

const title = 'Am harten Kern, gelesen'

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

for (const colorScheme of ['light', 'dark'] as const)
  for (const { documents, tag } of [
    { documents: /(?:nav|glossen|pruefstein-.*)\.xhtml$/, tag: [] },
    { documents: /./, tag: ['@full'] },
  ])
    test(
      `EPUB, ${colorScheme}, documents ${documents.source}: nothing for axe, nothing wider than the page`,
      { tag },
      async ({ browser }, info) => {
        const page = await browser.newPage({ colorScheme, viewport: { width: 320, height: 600 } })
        const shown = unpack(info).filter((path) => documents.test(path))
        expect(shown.length).toBeGreaterThan(5)
        for (const path of shown) {
          await page.goto(`file://${path}`)
          expect(await violations(page), path).toEqual([])
          const over = await page.evaluate(
            () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
          )
          expect(over, path).toBeLessThanOrEqual(0)
        }
        await page.close()
      },
    )
