/**
 * `npm run parity:notes [-- SLUGS]`: sets the long text of the fixtures, a made-up one with 300 long notes and the scan
 * beside the project on three papers in three sizes, and reads from the PDFs whether every note begins on the page of
 * its call.
 */
import { build } from '../../src/edition/build.ts'
import { formInputs } from '../../src/publish/forms/form-inputs.ts'
import { makeForm } from '../../src/publish/forms/make-form.ts'
import { copyEdition } from '../edition-copy.ts'
import { sourcesIn, texts } from '../fixture-edition.ts'
import { importScan } from '../source.ts'
import { readPdf } from './read-pdf.ts'
import { stressText } from './stress-text.ts'

const stress = 'dreihundert-anmerkungen'
const copy = await copyEdition({ [`content/texts/${stress}.md`]: stressText() })
try {
  const imported = await importScan(copy)
  const { edition, problems } = build(sourcesIn(copy.folder), 'local')
  if (!edition) throw new Error(problems.map(({ message }) => message).join('\n'))
  const wanted = process.argv.slice(2)
  const slugs = wanted.length > 0 ? wanted : [texts.long, stress, ...(imported ? [imported] : [])]
  const table: Record<string, string>[] = []
  for (const slug of slugs) {
    const text = edition.texts.find((text) => text.slug === slug)
    if (!text) throw new Error(`There is no text “${slug}”.`)
    const inputs = formInputs(text, edition, 'https://edition.example/', () => null)
    for (const paper of ['a5', 'b5', 'a4'] as const)
      for (const size of [9.5, 10.5, 12]) {
        const started = performance.now()
        const made = await makeForm({ form: 'pdf', inputs, layout: { paper, size } })
        const seconds = ((performance.now() - started) / 1000).toFixed(1)
        const row = { text: slug, paper, size: `${size} pt`, seconds }
        if ('fault' in made) {
          table.push({ ...row, notes: made.fault })
          process.exitCode = 1
          continue
        }
        const { right, strayed } = await notesOf(made.bytes)
        table.push({ ...row, notes: `${right} of ${text.notes.length}` })
        for (const note of strayed) console.error(`${slug}, ${paper}, ${size} pt: ${note}`)
        if (right !== text.notes.length) process.exitCode = 1
      }
  }
  console.table(table)
} finally {
  await copy.remove()
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
