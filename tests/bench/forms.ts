/**
 * `node tests/bench/forms.ts`: what PDF, EPUB and TEI of a text cost, made one after the other by a process that has made
 * none before, and their sizes: of the project's first text and, where the scan is beside the project, of that imported.
 * The goals: 1.5 s, a PDF of 600 kB, an EPUB of 400 kB.
 */
import { execFile } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { promisify } from 'node:util'
import { forms } from '../../src/contract/addresses.ts'
import { build } from '../../src/edition/build.ts'
import { layoutOf } from '../../src/formats/typst/index.ts'
import { formInputs } from '../../src/publish/forms/form-inputs.ts'
import { makeForm } from '../../src/publish/forms/make-form.ts'
import { copyEdition } from '../edition-copy.ts'
import { sourcesIn } from '../fixture-edition.ts'
import { importScan } from '../source.ts'

const root = resolve(import.meta.dirname, '../..')

interface FormsBench {
  text: string
  /** On the clock and of the processors, of all three; of them the first includes that Typst and its fonts are loaded. */
  'time s': number
  'processor s': number
  /** Once more in the same process. */
  'again s': number
  'PDF kB': number
  'EPUB kB': number
  'TEI kB': number
}

/** The best of some rounds, each in a process of its own. */
export async function benchForms(rounds: number): Promise<FormsBench[]> {
  const copy = await copyEdition({}, root)
  try {
    const imported = await importScan(copy)
    const shipped = editionIn(copy.folder).texts.find(({ isPrivate }) => !isPrivate)!.slug
    const rows: FormsBench[] = []
    for (const slug of [shipped, ...(imported ? [imported] : [])]) {
      const made: FormsBench[] = []
      for (let round = 0; round < rounds; round += 1) made.push(await inChild(copy.folder, slug))
      rows.push(made.toSorted((one, other) => one['time s'] - other['time s'])[0]!)
    }
    return rows
  } finally {
    await copy.remove()
  }
}

function editionIn(folder: string) {
  const { edition } = build(sourcesIn(folder), 'local', () => ({ fault: null }))
  if (!edition) throw new Error('The edition has problems: npm run check names them.')
  return edition
}

async function inChild(folder: string, slug: string): Promise<FormsBench> {
  const args = [import.meta.filename, folder, slug]
  const { stdout } = await promisify(execFile)(process.execPath, args)
  return JSON.parse(stdout) as FormsBench
}

/** Measures in this process, after the edition has been read. */
async function measured(folder: string, slug: string): Promise<FormsBench> {
  const edition = editionIn(folder)
  const text = edition.texts.find((text) => text.slug === slug)!
  const read = (path: string) => {
    const file = join(folder, 'public', path)
    return existsSync(file) ? readFileSync(file) : null
  }
  const inputs = formInputs(text, edition, 'https://lesen.example/', read)
  const layout = layoutOf(edition.meta.pdf)
  const sizes: number[] = []
  const all = async () => {
    const [started, before] = [performance.now(), process.cpuUsage()]
    for (const [i, form] of forms.entries()) {
      const made = await makeForm({ form, inputs, layout })
      if ('fault' in made) throw new Error(made.fault)
      sizes[i] = made.bytes.length
    }
    const { user, system } = process.cpuUsage(before)
    return { time: performance.now() - started, processor: (user + system) / 1000 }
  }
  const first = await all()
  const again = await all()
  const [pdf = 0, epub = 0, tei = 0] = sizes.map((size) => Math.round(size / 1000))
  return {
    ...{ text: slug, 'time s': seconds(first.time), 'processor s': seconds(first.processor) },
    ...{ 'again s': seconds(again.time), 'PDF kB': pdf, 'EPUB kB': epub, 'TEI kB': tei },
  }
}

const seconds = (milliseconds: number): number => Math.round(milliseconds / 10) / 100

if (import.meta.main) {
  const [folder, slug] = process.argv.slice(2)
  if (folder && slug) console.log(JSON.stringify(await measured(folder, slug)))
  else console.table(await benchForms(3))
}
