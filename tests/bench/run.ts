/**
 * `npm run bench [-- --quick]`: what a build costs, next to Astro’s own of the same Markdown in the same run, and what
 * a reader loads. Times are the best of three; a machine that does other things besides makes them longer, not shorter.
 */
import { stat } from 'node:fs/promises'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { chromium } from 'playwright'
import { findChromium, launchOptions } from '../chromium.ts'
import { copyEdition } from '../edition-copy.ts'
import { benchMargin } from './margin.ts'
import { measure, type Cost } from './measure.ts'
import { weigh } from '../page-weight.ts'
import { benchSearch } from './search.ts'
import { serve } from '../serve.ts'
import { serveCompressed } from './serve-compressed.ts'
import { bareProject, editionProject, findText, type Project } from './projects.ts'

const { values } = parseArgs({ options: { quick: { type: 'boolean', default: false } } })
const rounds = values.quick ? 1 : 3
const counts = values.quick ? [1, 10] : [1, 10, 100]

const buildEdition = ['src/publish/cli.ts', 'build', '--audience', 'local']
const buildBare = ['build.mjs']

const text = await findText()
const rows: Record<string, unknown>[] = []
const say = (what: string, { time, processor, memory }: Cost, bare?: Cost) => {
  rows.push({
    what,
    'time s': round(time / 1000),
    'processor s': round(processor / 1000),
    'memory MB': Math.round(memory),
    ...(bare && {
      'times bare Astro': round(time / bare.time),
      'by processor': round(processor / bare.processor),
    }),
  })
  console.log(`${what}: ${round(time / 1000)} s`)
}

const shipped = await copyEdition()
const [cost] = await best([[shipped, buildEdition]])
say('the shipped edition', cost!)
const found = await searching(join(shipped.folder, 'dist-local'))
await shipped.remove()

const perText: Record<string, number[]> = { bare: [], alone: [], whole: [] }
for (const count of counts) {
  const projects = [
    await bareProject(text, count),
    await editionProject(text, count, false),
    await editionProject(text, count, true),
  ] as const
  const [bare, alone, whole] = await best([
    [projects[0], buildBare],
    [projects[1], buildEdition],
    [projects[2], buildEdition],
  ])
  const name = `${count} × ${text.name}`
  say(`${name}, bare Astro`, bare!)
  say(`${name}, edition of it alone`, alone!, bare)
  say(`${name}, edition with glossary and pages`, whole!, bare)
  for (const [kind, cost] of Object.entries({ bare, alone, whole })) perText[kind]!.push(cost!.time)
  if (count === 1) {
    console.log(`\nthe page of one ${text.name}, bytes; with brotli but for fonts`)
    await weighing(join(projects[2].folder, 'dist-local'), 'texte/text-1/')
  }
  for (const project of projects) await project.remove()
}
console.log('\nbuilds, best of', rounds)
console.table(rows)

console.log('\nevery further text, ms: where growth is linear, both columns are alike')
console.table(
  Object.entries(perText).map(([kind, times]) => ({
    kind,
    ...Object.fromEntries(
      times
        .slice(1)
        .map((time, i) => [
          `${counts[i]} to ${counts[i + 1]}`,
          Math.round((time - times[i]!) / (counts[i + 1]! - counts[i]!)),
        ]),
    ),
  })),
)

console.log('\nsearching the shipped edition')
console.table(found)
console.log('\nplacing notes in the margin')
console.table([await benchMargin()])

async function weighing(folder: string, path: string) {
  const server = await serve(folder)
  const browser = await chromium.launch(launchOptions(findChromium()))
  const raw = (await stat(join(folder, path, 'index.html'))).size
  const rows = [390, 1440].map(async (width) => ({
    'window px': width,
    'HTML raw': raw,
    ...(await weigh(browser, server.url + path, width)),
  }))
  console.table(await Promise.all(rows))
  await browser.close()
  await server.stop()
}

async function searching(folder: string) {
  const server = await serveCompressed(folder)
  const browser = await chromium.launch(launchOptions(findChromium()))
  try {
    return await benchSearch(browser, server.url)
  } finally {
    await browser.close()
    await server.stop()
  }
}

/** In turns, so that a slow minute of the machine falls on all alike. */
async function best(jobs: [project: Project, args: string[]][]): Promise<Cost[]> {
  const costs: Cost[][] = jobs.map(() => [])
  for (let round = 0; round < rounds; round++)
    for (const [i, [{ folder }, args]] of jobs.entries())
      costs[i]!.push(await measure(folder, args))
  return costs.map((runs) => ({
    time: Math.min(...runs.map(({ time }) => time)),
    processor: Math.min(...runs.map(({ processor }) => processor)),
    memory: Math.max(...runs.map(({ memory }) => memory)),
  }))
}

function round(value: number): number {
  return Math.round(value * 100) / 100
}
