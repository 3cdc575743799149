/** Ace by DAISY finds nothing in any EPUB of the edition. */
import { globSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import { expect, test } from '@playwright/test'
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate'
import { aceReport } from './ace.ts'
import { texts } from '../fixture-edition.ts'
import { builtSites } from './sites.ts'

const smallBook = () => join(builtSites().local.folder, 'texte', texts.small, `${texts.small}.epub`)

test('Ace finds nothing in any EPUB', { tag: '@full' }, async ({ browser }, info) => {
  test.setTimeout(600_000)
  const { folder } = builtSites().local
  const books = globSync(['*.epub', 'texte/*/*.epub'], { cwd: folder })
  expect(books.length).toBeGreaterThan(3)
  for (const book of books) {
    const report = info.outputPath(basename(book, '.epub'))
    mkdirSync(report, { recursive: true })
    const { checked, findings } = await aceReport(browser, join(folder, book), report)
    expect(checked.length, `parts of ${book} that were checked`).toBeGreaterThan(3)
    expect(findings, book).toEqual([])
  }
})

test(
  'Ace is heard: a picture without words, a package that says nothing of access',
  { tag: '@full' },
  async ({ browser }, info) => {
    const files = unzipSync(readFileSync(smallBook()))
    for (const [name, bytes] of Object.entries(files)) {
      const words = strFromU8(bytes)
      if (name.endsWith('abschnitt-1.xhtml'))
        files[name] = strToU8(words.replace('</body>', '<img src="kein-bild.png"/></body>'))
      if (name.endsWith('.opf'))
        files[name] = strToU8(
          words.replaceAll(/<meta property="schema:access[^"]*">[^<]*<\/meta>/g, ''),
        )
    }
    const book = info.outputPath('faulty.epub')
    const report = info.outputPath('report')
    mkdirSync(report, { recursive: true })
    writeFileSync(book, zipSync(files))
    const { findings } = await aceReport(browser, book, report)
    const rules = findings.map((finding) => finding.split(': ')[1])
    expect(rules).toContain('image-alt')
    expect(rules).toContain('metadata-accessmode')
    expect(rules).toContain('metadata-accessibilitysummary')
  },
)
