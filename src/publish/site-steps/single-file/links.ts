import type { Element } from 'hast'
import { byClass, byTag, findAll, removeAll } from '../../hast.ts'
import { targetInFile, targetOf } from '../../links.ts'
import type { Anchors } from './anchors.ts'

/**
 * Rewrites the links of a page for the file. Links to pages that are not in the file lead to the web; if the edition is
 * not published there, links become text and entries of menus are removed.
 */
export function rewriteLinks(
  content: Element,
  { page, site, published, anchors }: LinkContext & { page: string },
): void {
  const foot = new Set(findAll(content, isThumbBar).flatMap((bar) => findAll(bar, byTag('a'))))
  for (const link of findAll(content, byTag('a'))) {
    if ('dataSearchOpen' in link.properties) continue
    const href = String(link.properties['href'])
    const target = targetInFile(site, page, href)
    if (target === null) continue
    const anchor = anchors.find(target)
    delete link.properties['download']
    if (anchor !== null) link.properties['href'] = `#${anchor}`
    else if (published && !foot.has(link))
      link.properties['href'] = new URL(targetOf(site, page, href)!, site).href
    else unlink(link)
  }
  for (const nav of findAll(content, byTag('nav'))) removeAll(nav, leadsNowhere)
}

export const isThumbBar = byClass('thumb-bar')

export interface LinkContext {
  site: URL
  /** Whether the site has a public address. */
  published: boolean
  anchors: Anchors
}

function unlink(link: Element) {
  link.tagName = 'span'
  link.properties = { dataNotHere: '', title: 'Nicht in dieser Datei enthalten' }
}

/** Whether it is a menu entry without target, or its list item. */
const leadsNowhere = ({ properties, tagName, children }: Element): boolean =>
  'dataNotHere' in properties ||
  (tagName === 'li' && children.some((child) => child.type === 'element' && leadsNowhere(child)))
