/**
 * `npm run test:search [-- folder of a local build]`: searches as a reader does, in Chromium on the search page, and
 * judges the answers: on the imported scan where there is one, else on the edition's own text.
 */
import { readFile, readdir } from 'node:fs/promises'
import { join, resolve } from 'node:path'
import { chromium } from 'playwright'
import { findChromium, launchOptions } from '../chromium.ts'
import { copyEdition } from '../edition-copy.ts'
import { serve } from '../serve.ts'
import { findSource } from '../source.ts'
import { hitsOf, unitsOf } from './ask.ts'
import { judge, limits, passes, score, type Query, type Verdict } from './judge.ts'

const ownText = 'zwanzig-von-132'
const tables = resolve(import.meta.dirname, '../fixtures/search')

const { folder, remove } = await site(process.argv[2])
const server = await serve(folder)
const browser = await chromium.launch(launchOptions(findChromium()))
try {
  const texts = await readdir(join(folder, 'texte'))
  const imported = texts.find((slug) => slug === 'fritz-am-harten-kern')
  const done = [await run(ownText, 'own-queries.json')]
  if (imported) done.push(await run(imported, 'source-queries.json'))
  else console.log('No scan is here: the imported source is not tried.')
  if (done.includes(false)) process.exitCode = 1
} finally {
  await browser.close()
  await server.stop()
  await remove()
}

async function run(text: string, table: string): Promise<boolean> {
  const queries = JSON.parse(await readFile(join(tables, table), 'utf8')) as Query[]
  const context = await browser.newContext()
  const units = await unitsOf(await context.newPage(), `${server.url}texte/${text}/`)
  const waiting = [...queries.entries()]
  const verdicts: Verdict[] = []
  const worker = async () => {
    const page = await context.newPage()
    for (let next = waiting.shift(); next; next = waiting.shift()) {
      const [i, query] = next
      verdicts[i] = judge(query, units, await hitsOf(page, server.url, text, query.query))
    }
  }
  await Promise.all([worker(), worker(), worker()])
  await context.close()
  return report(text, units.length, verdicts)
}

function report(text: string, units: number, verdicts: readonly Verdict[]): boolean {
  console.log(`\n${text}: ${verdicts.length} queries, ${units} units`)
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

/** A local build: the one given, or one of a copy of the project with the scan imported. */
async function site(given: string | undefined) {
  if (given) return { folder: resolve(given), remove: async () => {} }
  const copy = await copyEdition()
  const source = findSource()
  const commands = [
    ...(source ? [['src/importer/cli.ts', source, '--first-page', '105']] : []),
    ['src/publish/cli.ts', 'build', '--audience', 'local'],
  ]
  for (const command of commands) {
    const { code, output } = await copy.node(command)
    if (code !== 0) throw new Error(`${command.join(' ')} failed.\n${output}`)
  }
  return { folder: join(copy.folder, 'dist-local'), remove: copy.remove }
}

function two(value: number): number {
  return Math.round(value * 100) / 100
}
