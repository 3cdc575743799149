import { isSiteName, longestSlug } from '../../contract/addresses.ts'
import { problem, type Problem } from '../../problems/content-problems.ts'

/** The name of a file without its extension; it becomes part of an address. */
export function readSlug(path: string): { slug: string; problems: Problem[] } {
  const slug = path.replace(/^.*\/|\.[a-z]+$/g, '')
  const [, folder = ''] = /^content\/([^/]+)\//.exec(path) ?? []
  const why = fault(folder, slug)
  return {
    slug,
    problems: why ? [problem({ path, line: 1, column: 1 }, 'invalid-name', ...why)] : [],
  }
}

function fault(folder: string, slug: string): [name: string, why: string] | null {
  if (!/^[a-z0-9]+(-[a-z0-9]+)*$/.test(slug)) return [slug, 'cannot be part of an address']
  if (slug.length > longestSlug) return [slug, `has more than ${longestSlug} characters`]
  return isSiteName(folder, slug) ? [slug, 'is an address of the site itself'] : null
}
