import { LineCounter, isNode, parseDocument, type Document } from 'yaml'
import type { z } from 'zod'
import { problem, type Problem } from './messages.ts'

type Kind = 'invalid-frontmatter' | 'invalid-data'

/** What was read, or null together with the problems that stand in the way. */
export interface Reading<T> {
  data: T | null
  problems: Problem[]
  /** Line and column of a path inside the data, for problems found later. */
  at: (path: readonly PropertyKey[]) => { path: string; line: number; column: number }
}

/**
 * Reads YAML or JSON (which YAML contains) against a schema.
 * `firstLine` is the line of the file at which `source` begins.
 * Good JSON takes the short way: a parser that knows lines is far slower, and only problems need lines.
 */
export function readData<Schema extends z.ZodType>(
  source: string,
  path: string,
  schema: Schema,
  kind: Kind = 'invalid-data',
  firstLine = 1,
): Reading<z.output<Schema>> {
  const json = path.endsWith('.json') ? parseJson(source) : undefined
  if (json !== undefined) {
    const { success, data } = schema.safeParse(json)
    const slow = () => readWithLines(source, path, schema, kind, firstLine)
    return success ? { data, problems: [], at: (inside) => slow().at(inside) } : slow()
  }
  return readWithLines(source, path, schema, kind, firstLine)
}

function parseJson(source: string): unknown {
  try {
    return JSON.parse(source)
  } catch {
    return undefined
  }
}

function readWithLines<Schema extends z.ZodType>(
  source: string,
  path: string,
  schema: Schema,
  kind: Kind,
  firstLine: number,
): Reading<z.output<Schema>> {
  const lines = new LineCounter()
  const document = parseDocument(source, { lineCounter: lines, uniqueKeys: true })
  const at = (inside: readonly PropertyKey[]) => {
    const { line, col } = lines.linePos(offsetOf(document, inside))
    return { path, line: line + firstLine - 1, column: col }
  }
  const [error] = document.errors
  if (error) {
    const { line, col } = lines.linePos(error.pos[0])
    const place = { path, line: line + firstLine - 1, column: col }
    const what = error.message.split('\n')[0]!.replace(/ at line .*$/, '')
    return { data: null, problems: [problem(place, kind, '', what)], at }
  }
  const result = schema.safeParse(document.toJS())
  if (result.success) return { data: result.data, problems: [], at }
  const problems = result.error.issues.map((issue) =>
    issue.path[0] === 'rights' && issue.path.length === 1 && !document.has('rights')
      ? problem(at([]), 'missing-rights')
      : problem(at(issue.path), kind, issue.path.map(String).join('.'), issue.message),
  )
  return { data: null, problems, at }
}

/** Offset of the value at a path, or of its nearest ancestor that exists. */
function offsetOf(document: Document.Parsed, path: readonly PropertyKey[]): number {
  for (let length = path.length; length >= 0; length--) {
    const node = length === 0 ? document.contents : document.getIn(path.slice(0, length), true)
    if (isNode(node) && node.range) return node.range[0]
  }
  return 0
}
