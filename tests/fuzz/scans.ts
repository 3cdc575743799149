import { globSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { importFile } from '../../src/importer/import-file.ts'
import { ImportError, type Problem } from '../../src/importer/problems.ts'
import { noteMarks } from '../../src/importer/readers/reader.ts'
import { problems as known } from '../../src/problems/import-problems.ts'
import { fixtures, smallEdition } from '../fixture-edition.ts'
import type { Lottery } from '../unit/importer/random.ts'
import { judge } from './judge.ts'
import { mutate } from './mutate.ts'

const pieces = [
  ...[
    '¹',
    '²',
    '³',
    '¹⁰',
    '⁹⁹⁹',
    '^1^',
    '^2^',
    '[1]',
    '[2]',
    '(1)',
    '1)',
    '*',
    '**',
    '†',
    '1 ',
    '¹ ',
  ],
  ...[
    '\n',
    '\n\n',
    '\n\n\n',
    '\f',
    '\f\n',
    '\r\n',
    '\r',
    '\t',
    '    ',
    '        ',
    '-\n',
    '¬\n',
    '\u00ad',
  ],
  ...[
    'S. 12',
    '12',
    '- 12 -',
    '[12]',
    'I. ',
    'II. ',
    '1. ',
    '1.1 ',
    '(a) ',
    '– ',
    '• ',
    '§ 3 ',
    '30. ',
  ],
  ...[
    'Vgl. ',
    'Ebd.',
    'Ebd., S. 7.',
    'a. a. O.',
    'u. a.',
    'Weber, Uhren, S. 3.',
    'In: ',
    'Hg. ',
    'http://',
  ],
  ...[
    'https://a.example/b_c',
    'www.a.example',
    '10.1000/x',
    '«',
    '»',
    '„',
    '“',
    '‹',
    '›',
    '"',
    "'",
    '…',
  ],
  ...[
    'UHREN',
    'DER TAKT',
    'ANNA BERG',
    'Inhalt',
    'Literatur',
    'Anmerkungen',
    '<b>',
    '</b>',
    '<',
    '&amp;',
  ],
  ...[
    '\\',
    '`',
    '_',
    '~',
    '#',
    '>',
    '|',
    '[',
    ']',
    '(',
    ')',
    '{',
    '}',
    '$',
    '%',
    '@',
    '=',
    '---',
    '===',
  ],
  ...[
    '\u0000',
    '\u0007',
    '\u001b',
    '\u200b',
    '\u202e',
    '\u2028',
    '\ufeff',
    '\ufb01',
    'ſ',
    'u\u0308',
    '😀',
  ],
]

const scans = globSync('importer/*/scan.txt', { cwd: fixtures })
  .sort()
  .map((name) => readFileSync(join(fixtures, name), 'utf8'))

/** A scan of the fixtures, changed by lot; now and then with bytes that are no text. */
function scanBytes(lottery: Lottery): Uint8Array {
  const bytes = Buffer.from(mutate(lottery.oneOf(scans), pieces, lottery))
  if (lottery.chance(0.1) && bytes.length > 0)
    bytes[lottery.between(0, bytes.length - 1)] = lottery.between(0, 255)
  return bytes
}

/** What is wrong with the import of a scan by lot; null: named problems with a place, or a text that the edition reads. */
export async function importScans(
  lottery: Lottery,
): Promise<{ why: string | null; sources: Record<string, string> }> {
  const bytes = scanBytes(lottery)
  const sources = { 'scan.txt': Buffer.from(bytes).toString('utf8') }
  const options = {
    ...{ file: 'scan.txt', slug: 'scan', rights: 'unknown', bibliography: [], pages: null },
    format: lottery.chance(0.1) ? ('text' as const) : null,
    firstPage: lottery.chance(0.3) ? lottery.between(1, 500) : null,
    notes: lottery.chance(0.2) ? lottery.oneOf([...noteMarks, 'none' as const]) : null,
    columns: lottery.chance(0.1) ? lottery.oneOf([1, 2] as const) : null,
  }
  try {
    const result = await importFile({ file: 'scan.txt', bytes, beside: () => null }, options)
    const made: Record<string, string> = {
      ...smallEdition(),
      'content/private/scan.md': result.text,
      ...(result.bibliography && { 'content/private/scan.bibliography.json': result.bibliography }),
    }
    const why = judge(made, 'local')
    return { why: why && `in the imported text: ${why}`, sources: { ...sources, ...made } }
  } catch (error) {
    if (!(error instanceof ImportError))
      return { why: `a trace: ${(error as Error).stack?.slice(0, 600)}`, sources }
    return {
      why: error.found.map((found) => wrongIn(found, sources)).find(Boolean) ?? null,
      sources,
    }
  }
}

function wrongIn({ path, line, column, name, message }: Problem, sources: Record<string, string>) {
  if (!Object.hasOwn(known, name)) return `no problem is called ${name}`
  const length = sources[path]?.split(/\r\n|[\n\r]/)[line - 1]?.length
  if (length === undefined || column < 1 || column > length + 1)
    return `no such place: ${path}:${line}:${column}: ${message}`
  return null
}
