import {
  isMap,
  isNode,
  isScalar,
  parseDocument,
  visit,
  type Document,
  type YAMLParseError,
} from 'yaml'
import type { z } from 'zod'
import { escapedSign, hiddenSign } from './hidden-signs.ts'
import { readJson } from './json-faults.ts'
import { composeLetters } from './letters.ts'
import type { MisnamedField } from './misnamed-fields.ts'
import { offsetInScalar } from './scalar-offset.ts'
import { sayIssues } from './schema-errors.ts'
import { silentSign } from './yaml-signs.ts'
import { problem, type Problem } from '../../problems/content-problems.ts'
import { positionBehind } from '../../problems/source-position.ts'
import type { SourcePosition } from '../../problems/problem.ts'

type Kind = 'invalid-frontmatter' | 'invalid-data'

/** The data, or null with the problems that prevented reading them. */
export interface Reading<T> {
  data: T | null
  problems: Problem[]
  /** Line and column of a path in the data, for problems found later; `index`: of a character of its words. */
  at: (inside: readonly PropertyKey[], index?: number) => SourcePosition
}

/**
 * Reads YAML, or JSON where the name of the file says so, against a schema.
 * `firstLine` is the line of the file at which `source` begins, `misnamedIn` finds fields in JSON that the schema lets pass.
 * JSON is parsed by JSON.parse first; the far slower YAML parser, which knows lines, is needed only for problems.
 */
export function readData<Schema extends z.ZodType>(
  source: string,
  path: string,
  schema: Schema,
  kind: Kind = 'invalid-data',
  firstLine = 1,
  misnamedIn: (data: unknown) => MisnamedField[] = () => [],
): Reading<z.output<Schema>> {
  const isJson = path.endsWith('.json')
  const start = { path, line: firstLine, column: 1 }
  const json = isJson ? readJson(source.replace(/^\ufeff/, ' ')) : null
  const written = once(() => parseWithLines(source, path, firstLine))
  const at: Reading<never>['at'] = (inside, index) => written().at(inside, index)
  const fault = json ? json.fault : silentSign(source)
  if (fault) {
    const place = positionBehind(start, source.slice(0, fault.offset))
    return { data: null, problems: [problem(place, kind, '', fault.what)], at: () => place }
  }
  const misnamed = json ? misnamedIn(json.value) : []
  if (json) {
    const { success, data } = schema.safeParse(composed(json.value))
    if (success && misnamed.length === 0)
      return { data, problems: escapedSigns(data, source, at), at }
  }
  const { document, positionAt } = written()
  // Later errors of syntax mostly follow from the first.
  const [error] = document.errors
  if (error)
    return {
      data: null,
      problems: [problem(positionAt(error.pos[0]), kind, '', sayError(error))],
      at,
    }
  if (!isJson) keepNumbersAsWritten(document)
  const result = schema.safeParse(json ? composed(json.value) : composed(document.toJS()))
  if (result.success && misnamed.length === 0)
    return { data: result.data, problems: escapedSigns(result.data, source, at), at }
  const findings = sayIssues(result.error?.issues ?? [], document, schema, misnamed)
  const problems = findings.map(({ inside, what, atName }) =>
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

function once<T>(make: () => T): () => T {
  let made: { value: T } | undefined
  return () => (made ??= { value: make() }).value
}

interface WithLines {
  document: Document.Parsed
  positionAt: (offset: number) => SourcePosition
  at: Reading<never>['at']
}

function parseWithLines(source: string, path: string, firstLine: number): WithLines {
  const document = parseDocument(source, {
    uniqueKeys: true,
    stringKeys: true,
    logLevel: 'error',
  })
  // As editors and the parser of Markdown count lines, of which YAML does not know one kind.
  const positionAt = (offset: number): SourcePosition =>
    positionBehind({ path, line: firstLine, column: 1 }, source.slice(0, offset))
  const at: Reading<never>['at'] = (inside, index) => {
    const offset = offsetOf(document, inside)
    const scalar = index === undefined ? null : document.getIn(inside, true)
    if (!isScalar(scalar) || typeof scalar.value !== 'string') return positionAt(offset)
    const words = composeLetters(scalar.value)
    return positionAt(offsetInScalar(source, offset, words, index! + indentOf(words)))
  }
  return { document, positionAt, at }
}

/** `version: 1.10` is no 1.1: a number that JavaScript would write in another way is the words that stand there. */
function keepNumbersAsWritten(document: Document.Parsed): void {
  visit(document, {
    Scalar: (_, scalar) => {
      if (typeof scalar.value === 'number' && scalar.source !== String(scalar.value))
        scalar.value = scalar.source
    },
  })
}

/** Signs that nobody sees, written as `\\u202e` or `\\e`; those that stand in the source itself are found there. */
function escapedSigns(data: unknown, source: string, at: Reading<never>['at']): Problem[] {
  if (!source.includes('\\') || hiddenSign(source)) return []
  const walk = (value: unknown, inside: PropertyKey[]): Problem[] => {
    const found = typeof value === 'string' && escapedSign(value)
    if (found) return [problem(at(inside), 'hidden-sign', found.code)]
    if (typeof value !== 'object' || value === null) return []
    const names = Array.isArray(value) ? [...value.keys()] : Object.keys(value)
    return names.flatMap((name) => walk(Reflect.get(value, name), [...inside, name]))
  }
  return walk(data, [])
}

/** The data with composed letters in all their words. */
function composed(value: unknown): unknown {
  if (typeof value === 'string') return composeLetters(value)
  if (Array.isArray(value)) return value.map(composed)
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(Object.entries(value).map(([name, inner]) => [name, composed(inner)]))
}

/** Schemas trim words; indices are those of what is left. */
const indentOf = (words: string) => words.length - words.trimStart().length

/** The commonest mistakes of syntax in words that need no knowledge of YAML. */
const mistakes: Partial<Record<YAMLParseError['code'], string>> = {
  BLOCK_AS_IMPLICIT_KEY:
    'a value with a colon in it needs quotation marks, as in title: "Name: more"; or the line is indented where it should not be',
  MULTILINE_IMPLICIT_KEY:
    'a line is not “name: value”; write a colon and an ordinary space behind the name',
  TAB_AS_INDENT: 'a tab stands at the beginning of the line; indent with spaces',
  BAD_INDENT: 'the line is not indented like the lines beside it, or a bracket above is not closed',
  MISSING_CHAR: 'a quotation mark or a bracket is opened and not closed, here or above',
  DUPLICATE_KEY: 'the field stands there twice',
  BAD_SCALAR_START: 'a value that begins with such a sign needs quotation marks',
  MULTIPLE_DOCS: 'a line of --- or ... ends the data, and more follows; remove the line',
  NON_STRING_KEY: 'a field has no plain name; put quotation marks around it',
}

/** Others, by what the parser says of them. */
const mistakesSaid: readonly (readonly [RegExp, string])[] = [
  [
    /^Not a YAML token/,
    'words stand behind “>” or “|”; put quotation marks around the whole value',
  ],
  [/^Unexpected block-seq-ind/, 'a value that begins with “- ” needs quotation marks'],
  [
    /^Unexpected \S+ at node end/,
    'words stand behind a closing quotation mark or bracket; put quotation marks of the other kind around the whole value',
  ],
]

const sayError = ({ code, message }: YAMLParseError): string =>
  mistakes[code] ??
  mistakesSaid.find(([said]) => said.test(message))?.[1] ??
  message.split('\n')[0]!.replace(/ at line .*$/, '')

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
