import { parseArgs } from 'node:util'
import { slugOf } from '../contract/folding.ts'
import { ImportError, problemAt } from './problems.ts'
import { isFormat, readers, type Format } from './readers/formats.ts'
import { noteMarks, type NoteMarks, type ReadOptions } from './readers/reader.ts'

export interface Arguments extends ReadOptions {
  file: string
  rights: string
  /** Null: told by the bytes of the file. */
  format: Format | null
  /** Shows the report and writes nothing. */
  dryRun: boolean
  /** Replaces files that an editor has changed, and keeps a backup of them. */
  force: boolean
  /** The file is read whatever time and memory that takes. */
  noLimits: boolean
}

const statuses = ['open', 'licensed', 'teaching-only', 'unknown']

/** Parses the command line. @throws ImportError (bad-argument) */
export function readArguments(argv: readonly string[]): Arguments {
  const { values, positionals } = parsed(argv)
  const [file, ...others] = positionals
  if (file === undefined) throw bad('No file is named')
  if (others.length > 0)
    throw bad(`Only one file can be imported at a time, not “${others[0]}” too`)
  const slug = values.slug ?? slugOf(file.replace(/^.*[\\/]/, '').replace(/\.[^.]+$/, ''))
  if (!/^[a-z0-9]+(?:-[a-z0-9]+)*$/.test(slug))
    throw bad(`The slug “${slug}” must be lower-case letters, digits and hyphens`)
  const rights = values.rights ?? 'unknown'
  if (!statuses.includes(rights)) throw bad(`“${rights}” is not a status of rights`)
  const page = values['first-page']
  if (page !== undefined && !/^[1-9]\d{0,4}$/.test(page))
    throw bad(`“${page}” is not a page number`)
  const { format, notes } = values
  if (format !== undefined && !isFormat(format))
    throw bad(`“${format}” is not a format; there are ${Object.keys(readers).join(', ')}`)
  if (notes !== undefined && values['no-notes'])
    throw bad('--notes and --no-notes exclude each other')
  if (notes !== undefined && !isNoteMarks(notes))
    throw bad(`“${notes}” is not a kind of note marks; there are ${noteMarks.join(', ')}`)
  return {
    file,
    slug,
    rights,
    firstPage: page === undefined ? null : Number(page),
    format: format ?? null,
    notes: values['no-notes'] ? 'none' : (notes ?? null),
    pages: values.pages === undefined ? null : pagesOf(values.pages),
    columns: values.columns === undefined ? null : columnsOf(values.columns),
    dryRun: values['dry-run'] ?? false,
    force: values.force ?? false,
    noLimits: values['no-limits'] ?? false,
  }
}

const isNoteMarks = (name: string): name is NoteMarks =>
  (noteMarks as readonly string[]).includes(name)

function pagesOf(range: string): { from: number; to: number } {
  const [, first, last = first] = /^(\d{1,5})(?:-(\d{1,5}))?$/.exec(range) ?? []
  const [from, to] = [Number(first), Number(last)]
  if (!(from >= 1 && to >= from)) throw bad(`“${range}” is not a range of pages such as 3-20`)
  return { from, to }
}

function columnsOf(columns: string): 1 | 2 {
  if (columns !== '1' && columns !== '2')
    throw bad(`“${columns}” is not a number of columns, 1 or 2`)
  return columns === '1' ? 1 : 2
}

function parsed(argv: readonly string[]) {
  try {
    return parseArgs({
      args: [...argv],
      allowPositionals: true,
      options: {
        slug: { type: 'string' },
        'first-page': { type: 'string' },
        rights: { type: 'string' },
        format: { type: 'string' },
        notes: { type: 'string' },
        'no-notes': { type: 'boolean' },
        pages: { type: 'string' },
        columns: { type: 'string' },
        'dry-run': { type: 'boolean' },
        force: { type: 'boolean' },
        'no-limits': { type: 'boolean' },
      },
    })
  } catch (error) {
    throw bad((error as Error).message.split('.')[0]!)
  }
}

const bad = (what: string): ImportError =>
  new ImportError([problemAt({ file: 'import', line: 1, column: 1 }, 'bad-argument', what)])
