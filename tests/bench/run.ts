/**
 * `npm run bench [-- --quick]`: measures builds, compared with a plain Astro build of the same Markdown in the same
 * run, and what readers load. Times are the best of three, since other load on the machine only makes them longer.
 */
import { stat } from 'node:fs/promises'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { chromium, type Browser } from 'playwright'
import { findChromium, launchOptions } from '../chromium.ts'
import { copyEdition } from '../edition-copy.ts'
import { benchMargin } from './margin.ts'
import { benchNotes } from './notes.ts'
import { benchPaint } from './paint.ts'
import { measure, type Cost } from './measure.ts'
import { weigh } from '../page-weight.ts'
import { benchIndex } from './search-index.ts'
import { benchSearch } from './search.ts'
import { serve } from '../../src/publish/serve.ts'
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

const fixture = await copyEdition()
const [cost] = await best([[fixture, buildEdition]])
say('the fixture edition', cost!)
const fixtureSite = join(fixture.folder, 'dist-local')
const found = await served(fixtureSite, benchSearch)
const noted = await served(fixtureSite, benchNotes)
await fixture.remove()

const indexes: Record<string, unknown>[] = []
const perText: Record<string, number[]> = { bare: [], alone: [], whole: [] }
for (const count of counts) {
  const projects = [
    await bareProject(text, count),
    await editionProject(text, count, false),
    await editionProject(text, count, true),
  ] as const
  // Long builds vary little, so fewer rounds are enough.
  const [bare, alone, whole] = await best(
    [
      [projects[0], buildBare],
      [projects[1], buildEdition],
      [projects[2], buildEdition],
    ],
    count < 100 ? rounds : 1,
  )
  const name = `${count} × ${text.name}`
  say(`${name}, bare Astro`, bare!)
  say(`${name}, edition of it alone`, alone!, bare)
  say(`${name}, edition with glossary and pages`, whole!, bare)
  for (const [kind, cost] of Object.entries({ bare, alone, whole })) perText[kind]!.push(cost!.time)
  indexes.push({ texts: count, ...(await benchIndex(join(projects[2].folder, 'dist-local'))) })
  if (count === 1) {
    console.log(`\nthe page of one ${text.name}, bytes; with brotli but for fonts`)
    const folder = join(projects[2].folder, 'dist-local')
    await weighing(folder, 'texte/text-1/')
    console.log('\nlargest contentful paint of it, mobile profile, ms')
    console.table([await inBrowser((browser) => benchPaint(browser, folder, 'texte/text-1/'))])
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

console.log('\nthe index of search, by number of texts')
console.table(indexes)
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

/** Alternates the jobs, so that load on the machine affects all of them. */
async function best(jobs: [project: Project, args: string[]][], times = rounds): Promise<Cost[]> {
  const costs: Cost[][] = jobs.map(() => [])
  for (let round = 0; round < times; round++)
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
