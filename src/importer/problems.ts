import {
  problem,
  type Problem,
  type ProblemName,
  type problems,
} from '../problems/import-problems.ts'
import { formatProblems } from '../problems/problem.ts'

export type { Problem } from '../problems/import-problems.ts'

/** Stops the import; contains all problems found. */
export class ImportError extends Error {
  readonly found: readonly Problem[]
  constructor(found: readonly Problem[]) {
    super(formatProblems(found))
    this.found = found
  }
}

export const problemAt = <Name extends ProblemName>(
  { file, line, column }: { file: string; line: number; column: number },
  name: Name,
  ...details: Parameters<(typeof problems)[Name]>
): Problem => problem({ path: file, line, column }, name, ...details)

/** The problem `name` at the character `offset` of a source. */
export const problemIn = <Name extends ProblemName>(
  source: { file: string; positionOf: (offset: number) => { line: number; column: number } },
  offset: number,
  name: Name,
  ...details: Parameters<(typeof problems)[Name]>
): Problem => problemAt({ file: source.file, ...source.positionOf(offset) }, name, ...details)
