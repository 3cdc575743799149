import type { Root } from 'mdast'
import type { z } from 'zod'
import { problem, type Problem } from '../../problems/content-problems.ts'
import { excessIn } from '../../markdown/bounds.ts'
import { parseMarkdown } from '../../markdown/parse.ts'
import { positionBehind } from '../../problems/source-position.ts'
import { readData, type Reading } from './read-data.ts'

/** Parses a Markdown file: validated frontmatter, and a tree whose positions are lines of the file. */
export function readFrontmatter<Schema extends z.ZodType>(
  path: string,
  source: string,
  schema: Schema,
): Reading<z.output<Schema>> & { root: Root } {
  const excess = excessIn(source)
  if (excess) {
    const position = positionBehind({ path, line: 1, column: 1 }, source.slice(0, excess.offset))
    const problems = [problem(position, 'too-intricate', excess.most, excess.what)]
    return { data: null, root: { type: 'root', children: [] }, problems, at: () => position }
  }
  const root = parseMarkdown(source)
  const [yaml] = root.children
  if (yaml?.type !== 'yaml') {
    const what = 'the file must begin with frontmatter between two lines of ---'
    const place = { path, line: 1, column: 1 }
    const problems: Problem[] = [problem(place, 'invalid-frontmatter', '', what)]
    // Without frontmatter the rest would be misread, so nothing more is checked.
    return { data: null, root: { type: 'root', children: [] }, problems, at: () => place }
  }
  return { ...readData(yaml.value, path, schema, 'invalid-frontmatter', 2), root }
}
