/**
 * `npm run bench [-- --quick | --large]`: measures builds, those of shelves beside Starlight and bare Astro in the same
 * run (growth.ts), and what readers load.
 */
import { mkdtemp, stat } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { chromium, type Browser } from 'playwright'
import { findChromium, launchOptions } from '../chromium.ts'
import { copyEdition } from '../edition-copy.ts'
import { benchForms } from './forms.ts'
import { benchGrowth } from './growth.ts'
import { benchMargin } from './margin.ts'
import { benchNotes } from './notes.ts'
import { benchPaint } from './paint.ts'
import { measure, type Cost } from './measure.ts'
import { weigh } from '../page-weight.ts'
import { benchSearch } from './search.ts'
import { serve } from '../../src/publish/serve.ts'
import { serveCompressed } from './serve-compressed.ts'
import { editionProject, findText } from './projects.ts'

const { values } = parseArgs({
  options: {
    quick: { type: 'boolean', default: false },
    large: { type: 'boolean', default: false },
  },
})
const rounds = values.quick ? 1 : 3
const counts = values.quick ? [1, 10] : values.large ? [1, 10, 100, 1000] : [1, 10, 100]
const emptyStore = () => mkdtemp(join(tmpdir(), 'bench-store-'))

const buildEdition = ['src/publish/cli.ts', 'build', '--audience', 'local']

const text = await findText()
const fixture = await copyEdition()
const costs: Cost[] = []
for (let round = 0; round < rounds; round++)
  costs.push(await measure(fixture.folder, buildEdition, { EDITION_CACHE: await emptyStore() }))
console.log('the fixture edition, with nothing kept, best of', rounds)
console.table([
  {
    'time s': round(Math.min(...costs.map(({ time }) => time)) / 1000),
    'processor s': round(Math.min(...costs.map(({ processor }) => processor)) / 1000),
    'memory MB': Math.round(Math.max(...costs.map(({ memory }) => memory))),
  },
])
const fixtureSite = join(fixture.folder, 'dist-local')
const found = await served(fixtureSite, benchSearch)
const noted = await served(fixtureSite, benchNotes)
await fixture.remove()

const page = await editionProject(text)
await measure(page.folder, buildEdition)
const pageSite = join(page.folder, 'dist-local')
console.log(`\nthe page of one ${text.name}, bytes; with brotli but for fonts`)
await weighing(pageSite, 'texte/text-1/')
console.log('\nlargest contentful paint of it, mobile profile, ms')
console.table([await inBrowser((browser) => benchPaint(browser, pageSite, 'texte/text-1/'))])
await page.remove()

console.log('\nPDF, EPUB and TEI of one text')
console.table(await benchForms(rounds))

await benchGrowth(counts)
console.log('\nsearching the fixture edition')
console.table(found)
console.log('\nmany notes of a reader, and of a seminar')
console.table(noted)
console.log('\nplacing notes in the margin')
console.table([await benchMargin()])

async function weighing(folder: string, path: string) {
  const server = await serve(folder)
  const raw = (await stat(join(folder, path, 'index.html'))).size
  const rows = await inBrowser((browser) =>
    Promise.all(
      [390, 1440].map(async (width) => ({
        'window px': width,
        'HTML raw': raw,
        ...(await weigh(browser, server.url + path, width)),
      })),
    ),
  )
  console.table(rows)
  await server.stop()
}

async function served<T>(folder: string, bench: (browser: Browser, url: string) => Promise<T>) {
  const server = await serveCompressed(folder)
  try {
    return await inBrowser((browser) => bench(browser, server.url))
  } finally {
    await server.stop()
  }
}

async function inBrowser<T>(act: (browser: Browser) => Promise<T>): Promise<T> {
  const browser = await chromium.launch(launchOptions(findChromium()))
  try {
    return await act(browser)
  } finally {
    await browser.close()
  }
}

function round(value: number): number {
  return Math.round(value * 100) / 100
}
