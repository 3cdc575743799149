/**
 * `npm run test:search [-- folder of a local build]`: runs the query table on the search page in Chromium and rates the
 * answers, for the long text of the fixtures and for the imported scan if there is one; then again in the one-file
 * edition of each text, opened from disk in Chromium and, if installed, in Firefox.
 */
import { readFile, readdir } from 'node:fs/promises'
import { join, resolve } from 'node:path'
import { pathToFileURL } from 'node:url'
import { chromium } from 'playwright'
import { findFirefox, launchFirefox } from '../browsers/firefox.ts'
import { findChromium, launchOptions } from '../chromium.ts'
import { areAnnounced, builtSites } from '../e2e/sites.ts'
import { copyEdition } from '../edition-copy.ts'
import { fixtures, texts } from '../fixture-edition.ts'
import { serve } from '../../src/publish/serve.ts'
import { importScan } from '../source.ts'
import { hitsOf, unitsOf } from './ask.ts'
import { hitsInFile } from './in-file.ts'
import { judge, limits, passes, score, type Query, type Verdict } from './judge.ts'

/** Returns the ids of all hits in a text. */
type Asker = (query: string) => Promise<Iterable<string>>

const scanned = 'fritz-am-harten-kern'
const tables = join(fixtures, 'search')

const { folder, remove } = await site(
  process.argv[2] ?? (areAnnounced() ? builtSites().local.folder : undefined),
)
const server = await serve(folder)
const browser = await chromium.launch(launchOptions(findChromium()))
const firefox = findFirefox()
try {
  const imported = (await readdir(join(folder, 'texte'))).find((slug) => slug === scanned)
  const passed = await judgeText(texts.long, 'long-queries.json')
  if (imported) passed.push(...(await judgeText(imported, 'source-queries.json')))
  else console.log('No scan is here: the imported source is not tried.')
  if (!firefox) console.log('No Firefox is here: its part is left out. FIREFOX_PATH names one.')
  if (passed.includes(false)) process.exitCode = 1
} finally {
  await browser.close()
  await server.stop()
  await remove()
}

/** Runs the table on the search page, and in the text’s one-file edition in Chromium and Firefox. */
async function judgeText(text: string, table: string): Promise<boolean[]> {
  const queries = JSON.parse(await readFile(join(tables, table), 'utf8')) as Query[]
  const file = pathToFileURL(join(folder, `${text}.html`)).href
  const context = await browser.newContext()
  const pages = await Promise.all([1, 2, 3].map(() => context.newPage()))
  const units = await unitsOf(pages[0]!, `${server.url}texte/${text}/`)
  const inquire = async (where: string, askers: readonly Asker[]) => {
    const waiting = [...queries.entries()]
    const verdicts: Verdict[] = []
    const work = async (ask: Asker) => {
      for (let next = waiting.shift(); next; next = waiting.shift())
        verdicts[next[0]] = judge(next[1], units, new Set(await ask(next[1].query)))
    }
    await Promise.all(askers.map(work))
    return report(`${text}, ${where}`, units.length, verdicts)
  }
  const passed = [
    await inquire(
      'search page',
      pages.map((page) => (query) => hitsOf(page, server.url, text, query)),
    ),
  ]
  await pages[0]!.goto(file)
  const inChromium: Asker = (query) => pages[0]!.evaluate(hitsInFile, [query, text] as const)
  passed.push(await inquire('file in Chromium', [inChromium]))
  await context.close()
  if (firefox) {
    const page = await launchFirefox(firefox)
    try {
      await page.visit(file)
      const inFirefox: Asker = (query) => page.evaluate(hitsInFile, [query, text] as const)
      passed.push(await inquire('file in Firefox', [inFirefox]))
    } finally {
      await page.close()
    }
  }
  return passed
}

function report(where: string, units: number, verdicts: readonly Verdict[]): boolean {
  console.log(`\n${where}: ${verdicts.length} queries, ${units} units`)
  const classes = [...new Set(verdicts.map(({ query }) => query.class))]
  console.table(
    Object.fromEntries(
      classes.map((name) => {
        const { answerable, hits, recall, precision, junk } = score(
          verdicts.filter(({ query }) => query.class === name),
        )
        const row = { answerable, hits, recall: two(recall), precision: two(precision) }
        return [name, { ...row, junk: junk.length }]
      }),
    ),
  )
  const all = score(verdicts)
  console.log(
    `hit ${all.hits} of ${all.answerable}, recall ${all.recall.toFixed(3)} (at least ${limits.recall}), ` +
      `precision ${all.precision.toFixed(3)} (at least ${limits.precision}), ` +
      `answered though absent: ${all.junk.join(', ') || 'none'}`,
  )
  for (const { query, found, expected } of verdicts)
    if (expected > 0 && found === 0) console.log(`missed: ${query.query}`)
  return passes(all)
}

/** A local build: the given one, or one of the fixture edition with the scan imported. */
async function site(given: string | undefined) {
  if (given) return { folder: resolve(given), remove: async () => {} }
  const copy = await copyEdition()
  await importScan(copy)
  const { code, output } = await copy.node(['src/publish/cli.ts', 'build', '--audience', 'local'])
  if (code !== 0) throw new Error(`The build failed.\n${output}`)
  return { folder: join(copy.folder, 'dist-local'), remove: copy.remove }
}

function two(value: number): number {
  return Math.round(value * 100) / 100
}
