import { parseArgs } from 'node:util'
import { slugOf } from '../contract/folding.ts'
import { ImportError, problemAt } from './problems.ts'

export interface Arguments {
  file: string
  slug: string
  firstPage: number | null
  rights: string
  force: boolean
}

const statuses = ['open', 'licensed', 'teaching-only', 'unknown']

/** Parses the command line. @throws ImportError (bad-argument) */
export function readArguments(argv: readonly string[]): Arguments {
  const { values, positionals } = parsed(argv)
  const [file, ...others] = positionals
  if (file === undefined) throw bad('No scan is named')
  if (others.length > 0)
    throw bad(`Only one scan can be imported at a time, not “${others[0]}” too`)
  const slug = values.slug ?? slugOf(file.replace(/^.*[\\/]/, '').replace(/\.[^.]+$/, ''))
  if (!/^[a-z0-9]+(?:-[a-z0-9]+)*$/.test(slug))
    throw bad(`The slug “${slug}” must be lower-case letters, digits and hyphens`)
  const rights = values.rights ?? 'unknown'
  if (!statuses.includes(rights)) throw bad(`“${rights}” is not a status of rights`)
  const page = values['first-page']
  if (page !== undefined && !/^[1-9]\d{0,4}$/.test(page))
    throw bad(`“${page}” is not a page number`)
  return {
    file,
    slug,
    rights,
    firstPage: page === undefined ? null : Number(page),
    force: values.force ?? false,
  }
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
        force: { type: 'boolean' },
      },
    })
  } catch (error) {
    throw bad((error as Error).message.split('.')[0]!)
  }
}

const bad = (what: string): ImportError =>
  new ImportError([problemAt({ file: 'import', line: 1, column: 1 }, 'bad-argument', what)])
