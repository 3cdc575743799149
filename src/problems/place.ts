import type { Node } from 'unist'
import type { Place } from './problem.ts'

/** Position of a node in its file. */
export function placeOf(path: string, node: Node): Place {
  const start = node.position?.start
  return { path, line: start?.line ?? 1, column: start?.column ?? 1 }
}

/** Position of the character at `index` of a text node's value; escapes before it are not counted. */
export function placeIn(path: string, node: Node & { value: string }, index: number): Place {
  return placeBehind(placeOf(path, node), node.value.slice(0, index))
}

/** Position of the end of words that begin at a place. */
export function placeBehind({ path, line, column }: Place, words: string): Place {
  const [first, ...more] = words.split('\n')
  const last = more.at(-1)
  if (last === undefined) return { path, line, column: column + first!.length }
  return { path, line: line + more.length, column: last.length + 1 }
}

/** Positions in data files, recorded while reading, for problems found while linking. */
export interface Places {
  /** A value in the frontmatter or the data of a file. */
  inData: (path: string, ...inside: PropertyKey[]) => Place
  /** The entry of a work in any bibliography file. */
  ofWork: (key: string) => Place
}
