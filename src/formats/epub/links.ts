import type { Element, Root } from 'hast'
import { visit } from 'unist-util-visit'
import { isWorkId } from '../../contract/ids.ts'
import type { Document } from './xhtml.ts'

/** Class of links that leave the book, since they say where it is on the site. */
export const toSite = 'to-site'

/** The file in which each id of these documents stands. */
export function filesOfIds(documents: readonly Document[]): Map<string, string> {
  const files = new Map<string, string>()
  visitElements(documents, ({ properties }, file) => {
    if (typeof properties['id'] === 'string') files.set(properties['id'], file)
  })
  return files
}

export function visitElements(
  documents: readonly Document[],
  visitor: (node: Element, file: string) => void,
): void {
  for (const { file, body } of documents)
    visit({ type: 'root', children: body } as Root, 'element', (node) => visitor(node, file))
}

/**
 * Leads links within a text to the files in which their targets stand now; a second gloss of a term leads to its only
 * entry. Links to the list of works, which have an address of the site, lead to that of the book.
 * @param files of ids that links may lead to
 * @param inside address of a page that is in the book → file and perhaps id; null for what is not
 */
export function linkAcrossFiles(
  documents: readonly Document[],
  files: ReadonlyMap<string, string>,
  inside: (href: string) => string | null = () => null,
): void {
  visitElements(documents, ({ properties }, file) => {
    const { href } = properties
    if (typeof href !== 'string' || String(properties['class']).split(' ').includes(toSite)) return
    const [, id] = /#(.+)$/.exec(href) ?? []
    if (id && (href.startsWith('#') || isWorkId(id))) {
      const target = files.has(id) ? id : id.replace(/-\d+$/, '')
      const place = files.get(target)
      if (place) properties['href'] = place === file ? `#${target}` : `${place}#${target}`
      else if (href.startsWith('#')) delete properties['href']
      return
    }
    const place = inside(href)
    if (place) properties['href'] = place
  })
}
