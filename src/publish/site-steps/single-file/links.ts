import type { Element } from 'hast'
import { byTag, findAll, removeAll } from '../../hast.ts'
import { targetOf } from '../../links.ts'
import type { Anchors } from './anchors.ts'

/**
 * Links of a page as links of the file. A page that the file does not hold is linked on the web;
 * where the edition has no address there, the words stay, and menus lose the entry.
 */
export function rewriteLinks(
  content: Element,
  { page, site, published, anchors }: Place & { page: string },
): void {
  for (const link of findAll(content, byTag('a'))) {
    if ('dataSearchOpen' in link.properties) continue
    const target = targetOf(site, page, String(link.properties['href']))
    if (target === null) continue
    const anchor = anchors.find(target)
    delete link.properties['download']
    if (anchor !== null) link.properties['href'] = `#${anchor}`
    else if (published) link.properties['href'] = new URL(target, site).href
    else unlink(link)
  }
  for (const nav of findAll(content, byTag('nav'))) removeAll(nav, leadsNowhere)
}

export interface Place {
  site: URL
  /** Has the site an address that readers can reach? */
  published: boolean
  anchors: Anchors
}

function unlink(link: Element) {
  link.tagName = 'span'
  link.properties = { dataNotHere: '', title: 'Nicht in dieser Datei enthalten' }
}

/** An entry of a menu without its target, or the list item around one. */
const leadsNowhere = ({ properties, tagName, children }: Element): boolean =>
  'dataNotHere' in properties ||
  (tagName === 'li' && children.some((child) => child.type === 'element' && leadsNowhere(child)))
