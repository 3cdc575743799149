import { problem, type Problem } from '../../problems/content-problems.ts'

/** The name of a file without its extension; it becomes part of an address. */
export function readSlug(path: string): { slug: string; problems: Problem[] } {
  const slug = path.replace(/^.*\/|\.[a-z]+$/g, '')
  const isFit = /^[a-z0-9]+(-[a-z0-9]+)*$/.test(slug)
  const position = { path, line: 1, column: 1 }
  return { slug, problems: isFit ? [] : [problem(position, 'invalid-name', slug)] }
}
