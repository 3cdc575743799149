/**
 * `npm run parity:notes [-- SLUGS --paper a5]`: sets the long text of the fixtures, a made-up one with 300 long notes and the scan
 * beside the project on three papers in three sizes, and reads from the PDFs whether every note begins on the page of
 * its call.
 */
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { parseArgs } from 'node:util'
import { build } from '../../src/edition/build.ts'
import type { Layout, Paper } from '../../src/formats/typst/index.ts'
import { formInputs, type FormInputs } from '../../src/publish/forms/form-inputs.ts'
import { makeForm } from '../../src/publish/forms/make-form.ts'
import { copyEdition } from '../edition-copy.ts'
import { sourcesIn, texts } from '../fixture-edition.ts'
import { findSource, importScan } from '../source.ts'
import { readPdf } from './read-pdf.ts'
import { stressText } from './stress-text.ts'

const stress = 'dreihundert-anmerkungen'
/** Stands for the scan, whose slug is known when it has been imported. */
const scan = 'scan'
const papers = ['a5', 'b5', 'a4'] as const
const sizes = [9.5, 10.5, 12] as const

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { paper: { type: 'string', multiple: true } },
})
const named = positionals.length > 0 ? positionals : [stress, texts.long, scan]
const wanted = named.filter((slug) => slug !== scan || findSource() !== null)
if (values.paper) await measure(wanted, values.paper as Paper[])
else await inTwoLanes(wanted.flatMap((slug) => papers.map((paper) => [slug, '--paper', paper])))

/** A process for each text and paper, two at a time: setting is one long computation. */
async function inTwoLanes(orders: string[][]): Promise<void> {
  const lane = async () => {
    for (let order = orders.shift(); order; order = orders.shift()) {
      const args = [import.meta.filename, ...order]
      const [code] = (await once(spawn(process.execPath, args, { stdio: 'inherit' }), 'exit')) as [
        number | null,
      ]
      if (code !== 0) process.exitCode = 1
    }
  }
  await Promise.all([lane(), lane()])
}

async function measure(slugs: readonly string[], papers: readonly Paper[]): Promise<void> {
  const copy = await copyEdition({ [`content/texts/${stress}.md`]: stressText() })
  try {
    const imported = slugs.includes(scan) ? await importScan(copy) : null
    const { edition, problems } = build(sourcesIn(copy.folder), 'local')
    if (!edition) throw new Error(problems.map(({ message }) => message).join('\n'))
    const table: Record<string, string>[] = []
    for (const slug of slugs.map((slug) => (slug === scan ? imported : slug))) {
      const text = edition.texts.find((text) => text.slug === slug)
      if (!text) throw new Error(`There is no text “${slug}”.`)
      const inputs = formInputs(text, edition, 'https://edition.example/', () => null)
      for (const paper of papers)
        for (const size of sizes) table.push(await rowOf(inputs, { paper, size }))
    }
    console.table(table)
  } finally {
    await copy.remove()
  }
}

async function rowOf(inputs: FormInputs, layout: Layout): Promise<Record<string, string>> {
  const { slug, notes } = inputs.text
  const { paper, size } = layout
  const started = performance.now()
  const made = await makeForm({ form: 'pdf', inputs, layout })
  const seconds = ((performance.now() - started) / 1000).toFixed(1)
  const row = { text: slug, paper, size: `${size} pt`, seconds }
  if ('fault' in made) {
    process.exitCode = 1
    return { ...row, notes: made.fault }
  }
  const { right, strayed } = await notesOf(made.bytes)
  for (const note of strayed) console.error(`${slug}, ${paper}, ${size} pt: ${note}`)
  if (right !== notes.length) process.exitCode = 1
  return { ...row, notes: `${right} of ${notes.length}` }
}

async function notesOf(pdf: Uint8Array) {
  const { blocks, notes } = await readPdf(pdf)
  const pages = new Map<string, number | undefined>()
  for (const { kind, name, page } of blocks.flatMap(({ marks }) => marks))
    if (kind === 'call' && !pages.has(name)) pages.set(name, page)
  const strayed = notes.flatMap(({ label, page }) =>
    pages.get(label) === page
      ? []
      : [`note ${label} begins on page ${page}, its call stands on page ${pages.get(label)}`],
  )
  return { right: notes.length - strayed.length, strayed }
}
