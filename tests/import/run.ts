/**
 * `npm run test:import`: imports real files in all formats and prints what arrived. The files are others' and stand
 * beside the project in `../shared/material`; the texts they hold are compared with one another.
 */
import { existsSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { diffArrays } from 'diff'
import { ImportError } from '../../src/importer/problems.ts'
import { imported, type Imported } from './imported.ts'

const folder = resolve(import.meta.dirname, '../../../shared/material')
if (!existsSync(folder)) {
  console.log(`Skipped: there is no folder ${folder}.`)
  process.exit()
}

interface Expected {
  notes: number
  headings?: number
  /** The form of the same text that is compared with. */
  like?: string
  /** Most words of text and notes that may differ from it, with the reason. */
  differing?: [most: number, why: string]
}

const files: Record<string, Expected> = {
  'libreas31-schuldt.docx': { notes: 45 },
  'libreas31-schuldt.odt': { notes: 45, like: 'libreas31-schuldt.docx' },
  'libreas31-schuldt.md': { notes: 45, like: 'libreas31-schuldt.docx' },
  'libreas31-schuldt.pdf': { notes: 45, like: 'libreas31-schuldt.md' },
  'libreas31-brandt02.docx': { notes: 10 },
  'libreas31-brandt02.md': { notes: 10, like: 'libreas31-brandt02.docx' },
  'libreas31-brandt02.pdf': { notes: 10, like: 'libreas31-brandt02.md' },
  'libreas31-kaden.docx': { notes: 2 },
  'infoprax.docx': { notes: 2 },
  'infoprax.md': { notes: 2, like: 'infoprax.docx' },
  'infoprax.html': { notes: 2, like: 'infoprax.docx' },
  'infoprax.epub': { notes: 2, like: 'infoprax.docx' },
  'infoprax.pdf': { notes: 2, like: 'infoprax.docx' },
  'jean-paul-I_51.tei.xml': { notes: 54 },
  'freud-massenpsychologie.txt': { notes: 38, headings: 12 },
  'freud-massenpsychologie.latin1.htm': {
    notes: 38,
    headings: 12,
    like: 'freud-massenpsychologie.txt',
  },
  'freud-massenpsychologie.ocr.txt': { notes: 37, headings: 12 },
}

const read = new Map<string, Imported>()
const rows: string[][] = []
const failures: string[] = []
const showDifferences = process.argv.includes('--differences')

for (const [name, { notes, headings, like, differing }] of Object.entries(files)) {
  const started = performance.now()
  try {
    const text = await imported(join(folder, name))
    read.set(name, text)
    const seconds = ((performance.now() - started) / 1000).toFixed(1)
    const called = text.notes.filter(({ before }) => before !== '').length
    const other = like ? read.get(like) : undefined
    const compared = other ? compare(name, other, text) : null
    rows.push([
      name,
      `${text.notes.length}/${notes}`,
      String(called),
      headings === undefined ? String(text.headings.length) : `${text.headings.length}/${headings}`,
      String(text.italics.length),
      String(text.quotes),
      String(new Set(text.languages).size),
      String(text.pages.length),
      String(text.works),
      String(text.questions),
      compared ? `${compared.words} words, ${compared.places} calls` : '',
      seconds,
    ])
    if (text.notes.length !== notes)
      failures.push(`${name}: ${text.notes.length} notes, not ${notes}`)
    if (called !== text.notes.length)
      failures.push(`${name}: ${text.notes.length - called} notes without call`)
    if (headings !== undefined && text.headings.length !== headings)
      failures.push(`${name}: ${text.headings.length} headings, not ${headings}`)
    const [most, why] = differing ?? [0, '']
    if (compared && compared.words > most)
      failures.push(
        `${name}: ${compared.words} words are not as in ${like}${why && ` (${most} may differ: ${why})`}`,
      )
    if (compared && compared.places > 0)
      failures.push(`${name}: ${compared.places} calls stand at other words than in ${like}`)
  } catch (error) {
    if (!(error instanceof ImportError)) throw error
    rows.push([name, `0/${notes}`])
    failures.push(`${name}: ${error.message}`)
  }
}

/** Words that only one of two forms has, and notes whose calls stand behind different words. */
function compare(name: string, a: Imported, b: Imported): { words: number; places: number } {
  const streams = [a, b].map(({ words, notes }) => [
    ...words,
    ...notes.flatMap((note) => note.words),
  ])
  let words = 0
  for (const { value, added, removed } of diffArrays(streams[0]!, streams[1]!)) {
    if (!added && !removed) continue
    words += value.length
    if (showDifferences) console.log(`${name} ${added ? '+' : '-'} ${value.join(' ')}`)
  }
  const places = b.notes.filter(({ before }, i) => before !== a.notes[i]?.before).length
  return { words, places }
}

const head = [
  'file',
  'notes',
  'called',
  'headings',
  'italic words',
  'quotes',
  'languages',
  'pages',
  'works',
  'questions',
  'different from the other form',
  's',
]
const widths = head.map((title, i) =>
  Math.max(title.length, ...rows.map((row) => (row[i] ?? '').length)),
)
for (const row of [head, ...rows])
  console.log(widths.map((width, i) => (row[i] ?? '').padEnd(width)).join('  '))
if (failures.length > 0) {
  console.log(`\n${failures.join('\n')}`)
  process.exitCode = 1
}
