import type { Node } from 'unist'
import type { SourcePosition } from './problem.ts'

/** Position of a node in its file. */
export function positionOf(path: string, node: Node): SourcePosition {
  const start = node.position?.start
  return { path, line: start?.line ?? 1, column: start?.column ?? 1 }
}

/** Position of the character at `index` of a text node's value; escapes before it are not counted. */
export function positionIn(
  path: string,
  node: Node & { value: string },
  index: number,
): SourcePosition {
  return positionBehind(positionOf(path, node), node.value.slice(0, index))
}

/** Position of the end of words that begin at a place. */
export function positionBehind(
  { path, line, column }: SourcePosition,
  words: string,
): SourcePosition {
  const [first, ...more] = words.split(/\r\n|\n|\r/)
  const last = more.at(-1)
  if (last === undefined) return { path, line, column: column + first!.length }
  return { path, line: line + more.length, column: last.length + 1 }
}

/** Positions in data files, recorded while reading, for problems found while linking. */
export interface SourcePositions {
  /** A value in the frontmatter or the data of a file. */
  inData: (path: string, ...inside: PropertyKey[]) => SourcePosition
  /** The entry of a work in any bibliography file. */
  ofWork: (key: string) => SourcePosition
}
