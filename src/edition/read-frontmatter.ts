import type { Root } from 'mdast'
import type { z } from 'zod'
import { problem, type Problem } from './messages.ts'
import { parseMarkdown } from './parse.ts'
import { readData } from './read-data.ts'

/** A Markdown file: its frontmatter against a schema, and its tree with the lines of the file. */
export function readFrontmatter<Schema extends z.ZodType>(
  path: string,
  source: string,
  schema: Schema,
): { data: z.output<Schema> | null; root: Root; problems: Problem[] } {
  const root = parseMarkdown(source)
  const [yaml] = root.children
  if (yaml?.type !== 'yaml') {
    const what = 'the file must begin with frontmatter between two lines of ---'
    const place = { path, line: 1, column: 1 }
    return { data: null, root, problems: [problem(place, 'invalid-frontmatter', '', what)] }
  }
  const { data, problems } = readData(yaml.value, path, schema, 'invalid-frontmatter', 2)
  return { data, root, problems }
}
