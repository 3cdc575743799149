import { openSite } from '../publish/site.ts'
import { findAll, type Test } from '../publish/hast.ts'
import { targetOf } from '../publish/links.ts'

/** Links of a built site that lead to no file of it, or to no place on a page: one line each. */
export async function deadLinks(folder: string, address: URL, audience: string): Promise<string[]> {
  const site = await openSite({ folder, address, audience, publicFolder: folder })
  const names = new Set([...site.files, ...site.pages.map(({ name }) => name)])
  const pages = site.pages.filter(({ name }) => isPage(name))
  const found = pages.map(({ name, tree }) => ({
    name,
    ids: new Set(findAll(tree, hasId).map(({ properties }) => String(properties['id']))),
    links: findAll(tree, leads).map(({ properties: { href, src } }) => String(href ?? src)),
  }))
  const ids = new Map(found.map(({ name, ids }) => [name, ids]))
  const lines = found.flatMap(({ name, links }) =>
    [...new Set(links)].flatMap((link) => {
      const target = targetOf(address, name.replace(/index\.html$/, ''), link)
      if (target === null) return []
      const [path = '', fragment] = splitOnce(target)
      const file = path === '' || path.endsWith('/') ? `${path}index.html` : path
      const decoded = decodeURIComponent(file)
      if (!names.has(decoded)) return [`${name}: ${link} leads to no file`]
      // What has = in it is for a script.
      const isPlace = fragment && !fragment.includes('=') && ids.has(decoded)
      return isPlace && !ids.get(decoded)!.has(fragment)
        ? [`${name}: ${link} leads to no place on its page`]
        : []
    }),
  )
  return lines
}

/** Not the single files, which hold what pages hold. */
const isPage = (name: string): boolean => /(?:^|\/)index\.html$|^404\.html$/.test(name)
const hasId: Test = ({ properties }) => properties['id'] !== undefined
const leads: Test = ({ properties: { href, src } }) =>
  typeof href === 'string' || typeof src === 'string'

function splitOnce(target: string): [string, string | undefined] {
  const at = target.indexOf('#')
  return at < 0 ? [target, undefined] : [target.slice(0, at), target.slice(at + 1)]
}
