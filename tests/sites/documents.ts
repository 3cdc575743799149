import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { parseHTML } from 'linkedom'
import { builtSites, type SiteName } from '../e2e/sites.ts'

/** A page of a built site as a document, without scripts run; `path`: its address in the site, or its file. */
export function readDocument(site: SiteName, path: string): Document {
  const file = path.endsWith('.html') ? path : `${path}index.html`
  return parseHTML(readFileSync(join(builtSites()[site].folder, file), 'utf8')).document
}

/** All elements matching a selector, in order. */
export const all = (selector: string, root: ParentNode): HTMLElement[] => [
  ...root.querySelectorAll<HTMLElement>(selector),
]

/** The words of an element as defined by the page contract: without calls, page breaks and hidden parts. */
export function wordsOf(element: Element): string {
  const copy = element.cloneNode(true) as Element
  for (const other of all('[role=doc-noteref], [role=doc-pagebreak], [aria-hidden=true]', copy))
    other.remove()
  return copy.textContent.replace(/\s+/g, ' ').trim()
}
