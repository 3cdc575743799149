import { isCollection, isScalar, type Document } from 'yaml'
import type { z } from 'zod'
import { meantField, type MeantField } from './meant-field.ts'
import type { MisnamedField } from './misnamed-fields.ts'

type Issue = z.core.$ZodIssue

/** An error in a value, worded for editors; `inside` is the path to it. */
export interface Finding {
  inside: readonly PropertyKey[]
  what: string
  /** The error is in the name of the field, not its value. */
  atName?: true
  /** The field that was probably meant. */
  meant?: MeantField
}

/**
 * What an editor is told; that a field is missing is not said where another name for it is.
 * @param misnamed fields with such a name in data that may have others
 */
export function sayIssues(
  issues: readonly Issue[],
  document: Document,
  schema: z.ZodType,
  misnamed: readonly MisnamedField[] = [],
): Finding[] {
  const findings = [
    ...misnamed.map(sayMisnamed),
    ...issues.flatMap((issue) => sayIssue(issue, document, schema)),
  ]
  const meant = new Set(findings.flatMap(({ meant }) => (meant ? [meant.join('.')] : [])))
  return findings.filter(
    ({ inside }) => document.hasIn(inside) || !meant.has(inside.map(String).join('.')),
  )
}

function sayMisnamed({ inside, meant, form }: MisnamedField): Finding {
  const written = form ? `"${meant}": ${form}` : meant
  return {
    ...{ inside, atName: true, meant: [...inside.slice(0, -1).map(String), meant] },
    what: `nothing reads this field; write “${written}” if that is meant`,
  }
}

/** Rewords a Zod issue for editors; one with several unknown fields gives one finding for each. */
function sayIssue(issue: Issue, document: Document, schema: z.ZodType): Finding[] {
  const inside = issue.path
  if (issue.code === 'unrecognized_keys')
    return issue.keys.map((key) => {
      const meant = meantField(schema, [...inside, key])
      return { inside: [...inside, key], what: unknownField(inside, meant), atName: true, meant }
    })
  if (inside.length === 0 && document.contents === null)
    return [{ inside, what: 'there is nothing in it' }]
  if (!document.hasIn(inside)) return [{ inside, what: missing(inside, document) }]
  if (issue.code === 'invalid_key')
    return [{ inside, what: `its name ${issue.issues[0]?.message}`, atName: true }]
  if (issue.code === 'invalid_union' && !issue.errors.every(isOtherKind))
    return nearest(issue.errors).flatMap((inner) =>
      sayIssue({ ...inner, path: [...inside, ...inner.path] } as Issue, document, schema),
    )
  if (issue.code === 'invalid_type' && issue.expected === 'array') {
    const one: unknown = document.getIn(inside)
    const example = typeof one === 'string' || typeof one === 'number' ? `; write “[${one}]”` : ''
    return [{ inside, what: `${what(issue)}${example}` }]
  }
  const isNoText = issue.code === 'invalid_type' && issue.expected === 'string'
  const quoted = isNoText && isScalar(document.getIn(inside, true)) ? ' in quotation marks' : ''
  return [{ inside, what: `${what(issue)}${quoted}` }]
}

/** Words that stand where an editor might not know what to write. */
const examples: Readonly<Record<string, string>> = {
  author: 'Ada Muster” or “author: N. N.',
  editors: '[Ada Muster, Karl Beispiel]',
}

/** A name is written in YAML as it is, in JSON in quotation marks. */
function missing(inside: readonly PropertyKey[], { contents }: Document): string {
  const name = inside.at(-1)
  if (typeof name !== 'string') return 'it is missing'
  const isJson = isCollection(contents) && contents.flow
  return `it is missing; add “${isJson ? `"${name}": …` : `${name}: ${examples[name] ?? '…'}`}”`
}

function unknownField(around: readonly PropertyKey[], meant: MeantField): string {
  if (!meant) return 'no such field is known'
  const within = meant.slice(around.length)
  const written = within.length > 1 ? `${within[0]}: {${within[1]}: …}` : within[0]
  return `no such field is known; write “${written}” if that is meant`
}

/** What is said of a union is said by the choice whose kind the value has. */
const nearest = (choices: readonly Issue[][]): Issue[] =>
  choices.find((issues) => !isOtherKind(issues)) ?? []

/** The value is of another kind than this choice wants, as text where fields are wanted. */
const isOtherKind = (issues: readonly Issue[]): boolean =>
  issues.some(({ code, path }) => code === 'invalid_type' && path.length === 0)

/** The same of an issue in data that no YAML or JSON holds. */
export const wordsOfIssue = (issue: Issue): string =>
  issue.code === 'invalid_type' && issue.input === undefined ? 'it is missing' : what(issue)

const kinds: Record<string, string> = {
  string: 'text',
  array: 'a list',
  object: 'fields',
  record: 'fields',
  number: 'a number',
  int: 'a whole number',
  boolean: 'true or false',
}

function what(issue: Issue): string {
  switch (issue.code) {
    case 'too_small':
      return issue.origin === 'number' ? `it must be at least ${issue.minimum}` : 'it is empty'
    case 'too_big':
      return `it must be at most ${issue.maximum}`
    case 'invalid_type':
      return `it must be ${kinds[issue.expected] ?? `a ${issue.expected}`}`
    case 'invalid_union':
      if (issue.message !== 'Invalid input') return `it ${issue.message}`
      return `it must be ${oneOf(issue.errors.flatMap((inner) => inner.flatMap(kindWanted)))}`
    case 'invalid_value':
      return `it must be ${oneOf(issue.values.map(String))}`
    default:
      return `it ${issue.message}`
  }
}

const kindWanted = (issue: Issue): string[] =>
  issue.code === 'invalid_type' ? [kinds[issue.expected] ?? `a ${issue.expected}`] : []

const oneOf = (words: readonly string[]): string =>
  [...new Set(words)].join(', ').replace(/, (?=[^,]*$)/, ' or ')
