import { isScalar, type Document } from 'yaml'
import type { z } from 'zod'

type Issue = z.core.$ZodIssue

/** An error in a value, worded for editors; `inside` is the path to it. */
export interface Finding {
  inside: readonly PropertyKey[]
  what: string
  /** The error is in the name of the field, not its value. */
  atName?: true
}

/** Rewords a Zod issue for editors; one with several unknown fields gives one finding for each. */
export function sayIssue(issue: Issue, document: Document): Finding[] {
  const inside = issue.path
  if (issue.code === 'unrecognized_keys')
    return issue.keys.map((key) => ({
      inside: [...inside, key],
      what: 'no such field is known',
      atName: true,
    }))
  if (inside.length === 0 && document.contents === null)
    return [{ inside, what: 'there is nothing in it' }]
  if (!document.hasIn(inside)) return [{ inside, what: 'it is missing' }]
  const isNoText = issue.code === 'invalid_type' && issue.expected === 'string'
  const quoted = isNoText && isScalar(document.getIn(inside, true)) ? ' in quotation marks' : ''
  return [{ inside, what: `${what(issue)}${quoted}` }]
}

/** The same of an issue in data that no YAML or JSON holds. */
export const wordsOfIssue = (issue: Issue): string =>
  issue.code === 'invalid_type' && issue.input === undefined ? 'it is missing' : what(issue)

const kinds: Record<string, string> = {
  string: 'text',
  array: 'a list',
  object: 'fields',
  int: 'a whole number',
  boolean: 'true or false',
}

function what(issue: Issue): string {
  switch (issue.code) {
    case 'too_small':
      return 'it is empty'
    case 'invalid_type':
      return `it must be ${kinds[issue.expected] ?? `a ${issue.expected}`}`
    case 'invalid_value':
      return `it must be ${issue.values
        .map(String)
        .join(', ')
        .replace(/, (?=[^,]*$)/, ' or ')}`
    default:
      return `it ${issue.message}`
  }
}
