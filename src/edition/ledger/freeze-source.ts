import { freeze, FrozenAlready, ledgerSchema, writeLedger } from './index.ts'
import { formatProblems } from '../../problems/problem.ts'
import { ledgerBeside } from '../read/read-content.ts'
import { composeLetters } from '../read/letters.ts'
import { readData } from '../read/read-data.ts'
import { readText } from '../read/read-text.ts'

export interface Answer {
  /** Content of the new ledger; null: the file is not changed. */
  written: string | null
  /** Messages for the editor. */
  lines: string[]
  refused: boolean
}

/** Freezes one text. `ledger`: content of its ledger file, null if there is none. */
export function freezeSource(path: string, written: string, ledger: string | null): Answer {
  const source = composeLetters(written)
  const refuse = (...lines: string[]): Answer => ({ written: null, lines, refused: true })
  const beside = ledgerBeside(path)
  const known = ledger === null ? null : readData(ledger, beside, ledgerSchema)
  if (known && !known.data) return refuse(formatProblems(known.problems))
  const { data: text, problems, numbered, noted } = readText(path, source, known?.data ?? null)
  const errors = problems.filter(({ severity }) => severity === 'error')
  if (!text || errors.length > 0) return refuse(formatProblems(errors), `${path}: not frozen`)
  if (numbered.units.length === 0) return refuse(`${path}: has no paragraphs, nothing to freeze`)
  const { units, numbering } = numbered
  try {
    const frozen = freeze(known?.data ?? null, units, numbering, text, noted)
    const content = writeLedger(frozen.ledger)
    if (frozen.ledger === known?.data || content === ledger)
      return {
        written: null,
        lines: [`${path}: nothing new since version ${text.version}`],
        refused: false,
      }
    const marks = units.filter(({ mark }) => mark !== null).length
    return {
      written: content,
      lines: [
        `${path}: version ${text.version} is frozen in ${beside}`,
        ...frozen.changes.map((change) => `  ${change}`),
        ...(marks > 0
          ? [`  ${marks} mark(s) [](abs:…) have done their work and can be removed`]
          : []),
      ],
      refused: false,
    }
  } catch (error) {
    if (!(error instanceof FrozenAlready)) throw error
    return refuse(
      `${path}: version ${text.version} is frozen already, but the text has changed since:`,
      ...error.message.split('\n').map((line) => `  ${line}`),
      '  Raise “version” in the frontmatter, then freeze again. (Where nothing has been published yet, the ledger may be removed instead.)',
    )
  }
}
