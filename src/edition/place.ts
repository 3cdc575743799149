import type { Node } from 'unist'
import type { Place } from './messages.ts'

/** Where a node stands in its file. */
export function placeOf(path: string, node: Node): Place {
  const start = node.position?.start
  return { path, line: start?.line ?? 1, column: start?.column ?? 1 }
}

/** Where the character at `index` of a text node's value stands; escapes before it are not counted. */
export function placeIn(path: string, node: Node & { value: string }, index: number): Place {
  const { line, column } = placeOf(path, node)
  const before = node.value.slice(0, index)
  const breaks = before.split('\n').length - 1
  if (breaks === 0) return { path, line, column: column + index }
  return { path, line: line + breaks, column: index - before.lastIndexOf('\n') }
}

/** Where things stand in data: known to those who read the files, asked for by those who link them. */
export interface Places {
  /** A value in the frontmatter or the data of a file. */
  inData: (path: string, ...inside: PropertyKey[]) => Place
  /** The entry of a work, in whichever file it stands. */
  ofWork: (key: string) => Place
}
