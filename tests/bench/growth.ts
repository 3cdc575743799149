/**
 * `node tests/bench/growth.ts [--large] [--no-forms] [COUNTS …]`: shelves of 1, 10, 100 texts by lot (1,000 with
 * --large), built with nothing kept, again, and after one text has changed, beside Starlight and bare Astro on the same
 * Markdown; --no-forms leaves out PDF, EPUB and TEI, which take longer than all the rest. Part of `npm run bench`.
 */
import { mkdtemp, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { measure, type Cost } from './measure.ts'
import { bareProject, shelfProject, type Project } from './projects.ts'
import { benchIndex } from './search-index.ts'
import { makeShelf } from './shelf.ts'
import { installStarlight } from './starlight.ts'

interface Candidate {
  name: string
  project: Project
  build: string[]
  /** Site below its folder. */
  site: string
  /** A text of the shelf. */
  text: string
}

interface Figures {
  cold: Cost
  warm: Cost
  changed: Cost
  bytes: number
}

const buildEdition = ['src/publish/cli.ts', 'build', '--audience', 'local']

export async function benchGrowth(counts: readonly number[], forms = true): Promise<void> {
  const starlight = await installStarlight()
  if ('missing' in starlight) console.log(starlight.missing)
  const rows: Record<string, unknown>[] = []
  const grown = new Map<string, Map<number, number>>()
  try {
    for (const count of counts) {
      const { texts } = makeShelf(count, [])
      let compared: Figures | undefined
      for (const make of [
        ...('missing' in starlight
          ? []
          : [async () => candidate('Starlight', await starlight.project(texts))]),
        async () => candidate('bare Astro', await bareProject(texts)),
        async () => edition('edition without forms', await shelfProject(count, 'forms: []\n')),
        // A thousand PDFs take longer than all the rest.
        ...(count > 100 || !forms
          ? []
          : [async () => edition('edition', await shelfProject(count))]),
      ]) {
        const one = await make()
        try {
          const figures = await figuresOf(one)
          if (one.name === 'Starlight') compared = figures
          const index =
            one.name === 'edition without forms'
              ? await benchIndex(join(one.project.folder, one.site))
              : {}
          rows.push({ ...rowOf(count, one.name, figures, compared), ...index })
          console.log(JSON.stringify(rows.at(-1)))
          const times = grown.get(one.name) ?? new Map<number, number>()
          grown.set(one.name, times.set(count, figures.cold.time))
        } finally {
          await one.project.remove()
        }
      }
    }
  } finally {
    if (!('missing' in starlight)) await starlight.remove()
  }
  console.log('\nshelves, seconds; “times” are those of Starlight’s first build')
  console.table(rows)
  console.log('\nevery further text, ms: where growth is linear, the columns are alike')
  console.table(Array.from(grown, ([name, times]) => ({ name, ...growthOf([...times]) })))
}

const candidate = (name: string, project: Project): Candidate => ({
  ...{ name, project, build: ['build.mjs'], site: 'dist' },
  text: name === 'Starlight' ? 'src/content/docs/text-1.md' : 'src/pages/text-1.md',
})

const edition = (name: string, project: Project): Candidate => ({
  ...{ name, project, build: buildEdition, site: 'dist-local', text: 'content/texts/text-1.md' },
})

async function figuresOf({ project, build, site, text }: Candidate): Promise<Figures> {
  const store = await mkdtemp(join(tmpdir(), 'bench-store-'))
  const run = () => measure(project.folder, build, { EDITION_CACHE: store })
  try {
    const cold = await run()
    const warm = await run()
    const path = join(project.folder, text)
    const source = await readFile(path, 'utf8')
    await writeFile(path, source.replace(/\n## /, '\nHier steht ein Absatz mehr.\n\n## '))
    const changed = await run()
    return { cold, warm, changed, bytes: await bytesIn(join(project.folder, site)) }
  } finally {
    await rm(store, { recursive: true })
  }
}

function rowOf(texts: number, what: string, figures: Figures, compared?: Figures) {
  const { cold, warm, changed, bytes } = figures
  const seconds = (cost: Cost) => round(cost.time / 1000)
  return {
    ...{ texts, what, first: seconds(cold), again: seconds(warm), changed: seconds(changed) },
    'processor s': round(cold.processor / 1000),
    'memory MB': Math.round(cold.memory),
    'MB written': round(bytes / 1e6),
    ...(compared && {
      'times, first': round(cold.time / compared.cold.time),
      'times, changed': round(changed.time / compared.cold.time),
    }),
  }
}

const growthOf = (times: readonly (readonly [count: number, time: number])[]) =>
  Object.fromEntries(
    times.slice(1).map(([count, time], i) => {
      const [before, timeBefore] = times[i]!
      return [`${before} to ${count}`, Math.round((time - timeBefore) / (count - before))]
    }),
  )

async function bytesIn(folder: string): Promise<number> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true })
  const sizes = entries
    .filter((entry) => entry.isFile())
    .map(async (entry) => (await stat(join(entry.parentPath, entry.name))).size)
  return (await Promise.all(sizes)).reduce((sum, size) => sum + size, 0)
}

const round = (value: number) => Math.round(value * 100) / 100

if (import.meta.main) {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    allowNegative: true,
    options: {
      large: { type: 'boolean', default: false },
      forms: { type: 'boolean', default: true },
    },
  })
  const counts = positionals.length > 0 ? positionals.map(Number) : [1, 10, 100]
  await benchGrowth(values.large ? [...counts, 1000] : counts, values.forms)
}
