/**
 * `npm run test:import`: imports real files in all formats and prints what arrived. The files are others' and stand
 * beside the project in `../shared/material`; the texts they hold are compared with one another. What differs is known
 * to the word, with its reason; anything else fails.
 */
import { createHash } from 'node:crypto'
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
  /** Headings that are none, with the reason. */
  falseHeadings?: Reason
  /** The form of the same text that is compared with. */
  like?: string
  /** Words of text and notes that differ from it: all of them, with their reasons. */
  differing?: { digest: string; reasons: Reason[] }
}

type Reason = [number: number, why: string]

const files: Record<string, Expected> = {
  'libreas31-schuldt.docx': { notes: 45 },
  'libreas31-schuldt.odt': {
    notes: 45,
    like: 'libreas31-schuldt.docx',
    differing: {
      digest: '9433bc67',
      reasons: [[21, 'the numbers of headings, which the file no longer has']],
    },
  },
  'libreas31-schuldt.md': {
    notes: 45,
    like: 'libreas31-schuldt.docx',
    differing: {
      digest: 'cd234d31',
      reasons: [
        [306, 'tables, for which the DOCX file has only their captions in brackets'],
        [15, 'captions, which name tables and a figure by number in the DOCX file only'],
        [25, 'two addresses, which the file has in their newer form'],
        [22, 'the numbers of headings, which the file does not have'],
        [4, 'a number and its word, which the file has in the other order'],
      ],
    },
  },
  'libreas31-schuldt.pdf': {
    notes: 45,
    like: 'libreas31-schuldt.md',
    differing: {
      digest: '9a8157f6',
      reasons: [
        [54, 'captions, which have numbers and other words in print'],
        [28, 'the lines on the author, which only the print has'],
        [20, 'the numbers of headings, which the Markdown file does not have'],
        [2, 'a word that stands behind its number in print'],
      ],
    },
  },
  'libreas31-brandt02.docx': { notes: 10 },
  'libreas31-brandt02.md': {
    notes: 10,
    like: 'libreas31-brandt02.docx',
    differing: { digest: 'c867c35b', reasons: [[2, 'a name, corrected in the file']] },
  },
  'libreas31-brandt02.pdf': {
    notes: 10,
    like: 'libreas31-brandt02.md',
    differing: {
      digest: '002fc463',
      reasons: [[52, 'the lines on the author, which only the print has']],
    },
  },
  'libreas31-kaden.docx': { notes: 2 },
  'infoprax.docx': { notes: 2 },
  'infoprax.md': {
    notes: 2,
    like: 'infoprax.docx',
    differing: {
      digest: '08f25293',
      reasons: [
        [201, 'data of the article, which are fields of the head here, words of the text there'],
        [5, 'the caption of a picture, which the DOCX file does not have'],
      ],
    },
  },
  'infoprax.html': {
    notes: 2,
    like: 'infoprax.docx',
    differing: {
      digest: '80df8c08',
      reasons: [
        [176, 'data of the article, which the journal has written in another form'],
        [5, 'the caption of a picture, which the DOCX file does not have'],
      ],
    },
  },
  'infoprax.epub': {
    notes: 2,
    like: 'infoprax.docx',
    differing: {
      digest: '08f25293',
      reasons: [
        [201, 'data of the article, which are no words of the text here'],
        [5, 'the caption of a picture, which the DOCX file does not have'],
      ],
    },
  },
  'infoprax.pdf': {
    notes: 2,
    like: 'infoprax.docx',
    differing: {
      digest: 'b4ea4482',
      reasons: [
        [181, 'data of the article, which the journal has written in another form'],
        [5, 'the caption of a picture, which the DOCX file does not have'],
      ],
    },
  },
  'jean-paul-I_51.tei.xml': { notes: 54 },
  'freud-massenpsychologie.txt': { notes: 38, headings: 12 },
  'freud-massenpsychologie.latin1.htm': {
    notes: 38,
    headings: 12,
    like: 'freud-massenpsychologie.txt',
    differing: {
      digest: '408f37f8',
      reasons: [
        [67, 'the table of contents, which is left out of HTML and asked about in plain text'],
        [1, 'the word that stands for a picture in plain text'],
      ],
    },
  },
  'freud-massenpsychologie.ocr.txt': {
    notes: 37,
    headings: 12,
    falseHeadings: [1, 'of two lines of verse, asked about'],
  },
}

const read = new Map<string, Imported>()
const rows: string[][] = []
const failures: string[] = []
const explained: string[] = []
const showDifferences = process.argv.includes('--differences')

for (const [name, { notes, headings, falseHeadings, like, differing }] of Object.entries(files)) {
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
    const allHeadings = (headings ?? 0) + (falseHeadings?.[0] ?? 0)
    if (headings !== undefined && text.headings.length !== allHeadings)
      failures.push(`${name}: ${text.headings.length} headings, not ${allHeadings}`)
    const reasons = differing?.reasons ?? []
    const known = reasons.reduce((sum, [number]) => sum + number, 0)
    if (compared && (compared.words !== known || compared.digest !== (differing?.digest ?? '')))
      failures.push(
        `${name}: ${compared.words} words are not as in ${like}, ${known} are known (${compared.digest}). --differences prints them.`,
      )
    for (const [number, why] of [...reasons, ...(falseHeadings ? [falseHeadings] : [])])
      explained.push(`${name}: ${number} ${why}`)
    if (compared && compared.places > 0)
      failures.push(`${name}: ${compared.places} calls stand at other words than in ${like}`)
  } catch (error) {
    if (!(error instanceof ImportError)) throw error
    rows.push([name, `0/${notes}`])
    failures.push(`${name}: ${error.message}`)
  }
}

/** Words that only one of two forms has, with a hash of them, and notes whose calls stand behind different words. */
function compare(
  name: string,
  a: Imported,
  b: Imported,
): { words: number; digest: string; places: number } {
  const streams = [a, b].map(({ words, notes }) => [
    ...words,
    ...notes.flatMap((note) => note.words),
  ])
  let words = 0
  const all: string[] = []
  for (const { value, added, removed } of diffArrays(streams[0]!, streams[1]!)) {
    if (!added && !removed) continue
    words += value.length
    all.push(`${added ? '+' : '-'} ${value.join(' ')}`)
    if (showDifferences) console.log(`${name} ${added ? '+' : '-'} ${value.join(' ')}`)
  }
  const places = b.notes.filter(({ before }, i) => before !== a.notes[i]?.before).length
  const digest = words === 0 ? '' : hashOf(all.join('\n'))
  return { words, digest, places }
}

function hashOf(text: string): string {
  return createHash('sha256').update(text).digest('hex').slice(0, 8)
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
console.log(`\nKnown differences:\n${explained.join('\n')}`)
if (failures.length > 0) {
  console.log(`\n${failures.join('\n')}`)
  process.exitCode = 1
}
