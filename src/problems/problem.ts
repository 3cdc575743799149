/** A problem: what happened and what to do, with a permanent name and a place. */

/** Position of a problem; line and column count from 1. */
export interface SourcePosition {
  path: string
  line: number
  column: number
}

export interface Problem<Name extends string = string> extends SourcePosition {
  name: Name
  message: string
  /** A warning does not stop a build. */
  severity: 'error' | 'warning'
}

/** Permanent name → a sentence that says what happened, and one that says what to do. */
export type Messages = Readonly<Record<string, (...details: never[]) => string>>

/** Returns the function that creates problems from a table of messages. */
export function problemsFrom<const Table extends Messages>(
  messages: Table,
  warnings: ReadonlySet<keyof Table> = new Set(),
) {
  return <Name extends keyof Table & string>(
    { path, line, column }: SourcePosition,
    name: Name,
    ...details: Parameters<Table[Name]>
  ): Problem<keyof Table & string> => ({
    path,
    line,
    column,
    name,
    message: messages[name]!(...(details as never[])),
    severity: warnings.has(name) ? 'warning' : 'error',
  })
}

/** One line per problem, sorted by file and line. */
export function formatProblems(found: readonly Problem[]): string {
  return [...found]
    .sort((a, b) => a.path.localeCompare(b.path) || a.line - b.line || a.column - b.column)
    .map((p) => `${p.path}:${p.line}:${p.column}: ${p.message} [${p.name}]`)
    .join('\n')
}
