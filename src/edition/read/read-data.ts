import {
  LineCounter,
  isMap,
  isNode,
  isScalar,
  parseDocument,
  type Document,
  type YAMLParseError,
} from 'yaml'
import type { z } from 'zod'
import { sayIssue } from './schema-errors.ts'
import { problem, type Problem } from '../../problems/content-problems.ts'
import type { SourcePosition } from '../../problems/problem.ts'

type Kind = 'invalid-frontmatter' | 'invalid-data'

/** The data, or null with the problems that prevented reading them. */
export interface Reading<T> {
  data: T | null
  problems: Problem[]
  /** Line and column of a path in the data, for problems found later. */
  at: (inside: readonly PropertyKey[]) => SourcePosition
}

/**
 * Reads YAML or JSON (a subset of YAML) and validates it against a schema.
 * `firstLine` is the line of the file at which `source` begins.
 * JSON is parsed by JSON.parse first; the far slower YAML parser, which knows lines, is needed only for problems.
 */
export function readData<Schema extends z.ZodType>(
  source: string,
  path: string,
  schema: Schema,
  kind: Kind = 'invalid-data',
  firstLine = 1,
): Reading<z.output<Schema>> {
  const json = path.endsWith('.json') ? parseJson(source) : undefined
  const withLines = once(() => readWithLines(source, path, schema, kind, firstLine))
  const { success, data } = schema.safeParse(json)
  return success ? { data, problems: [], at: (inside) => withLines().at(inside) } : withLines()
}

function once<T>(make: () => T): () => T {
  let made: { value: T } | undefined
  return () => (made ??= { value: make() }).value
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
  const positionAt = (offset: number): SourcePosition => {
    const { line, col } = lines.linePos(offset)
    return { path, line: Math.max(line, 1) + firstLine - 1, column: Math.max(col, 1) }
  }
  const at = (inside: readonly PropertyKey[]) => positionAt(offsetOf(document, inside))
  // Later syntax errors mostly result from the first.
  const [error] = document.errors
  if (error) {
    const what = sayError(error)
    return { data: null, problems: [problem(positionAt(error.pos[0]), kind, '', what)], at }
  }
  const result = schema.safeParse(document.toJS())
  if (result.success) return { data: result.data, problems: [], at }
  const problems = result.error.issues
    .flatMap((issue) => sayIssue(issue, document))
    .map(({ inside, what, atName }) =>
      kind === 'invalid-frontmatter' && isRights(inside) && !document.hasIn(inside)
        ? problem(at(inside), 'missing-rights')
        : problem(
            atName ? positionAt(offsetOfName(document, inside)) : at(inside),
            kind,
            inside.map(String).join('.'),
            what,
          ),
    )
  return { data: null, problems, at }
}

/** The most frequent syntax errors, explained without YAML terms. */
const mistakes: Partial<Record<YAMLParseError['code'], string>> = {
  BLOCK_AS_IMPLICIT_KEY:
    'a value with a colon in it needs quotation marks, as in title: "Name: more"; or the line is indented where it should not be',
  MULTILINE_IMPLICIT_KEY:
    'a line is not “name: value”; write a colon and an ordinary space behind the name',
  TAB_AS_INDENT: 'a tab stands at the beginning of the line; indent with spaces',
  BAD_INDENT: 'the line is not indented like the lines beside it, or a bracket above is not closed',
  MISSING_CHAR: 'a quotation mark or a bracket is opened and not closed, here or above',
  DUPLICATE_KEY: 'the field stands there twice',
}

const sayError = ({ code, message }: YAMLParseError): string =>
  mistakes[code] ?? message.split('\n')[0]!.replace(/ at line .*$/, '')

const isRights = (inside: readonly PropertyKey[]) =>
  ['rights', 'rights.status'].includes(inside.join('.'))

/** Offset of the value at a path, or of its nearest existing ancestor. */
function offsetOf(document: Document.Parsed, path: readonly PropertyKey[]): number {
  for (let length = path.length; length >= 0; length--) {
    const node = length === 0 ? document.contents : document.getIn(path.slice(0, length), true)
    if (isNode(node) && node.range) return node.range[0]
  }
  return 0
}

/** Offset of the name of the last field in a path. */
function offsetOfName(document: Document.Parsed, path: readonly PropertyKey[]): number {
  const parent = path.length > 1 ? document.getIn(path.slice(0, -1), true) : document.contents
  if (!isMap(parent)) return offsetOf(document, path)
  const name = parent.items
    .map(({ key }) => key)
    .find((key) => isScalar(key) && key.value === path.at(-1))
  return isScalar(name) && name.range ? name.range[0] : offsetOf(document, path)
}
