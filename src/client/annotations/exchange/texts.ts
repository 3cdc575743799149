import { textsOn } from '../../text-on-page/text.ts'

/** What a page knows of the texts: „Meine Notizen“ of all, the page of a text of its own. */
export interface TextInfo {
  title: string
  /** Absolute, without an anchor: as exports name the text. */
  address: string
  /** As links of this page lead to its own; ends in `/`. */
  href: string
  /** The text itself, where it is on this page: in a file all that it holds. */
  article?: HTMLElement
}

export function textsOf(root: Document): Map<string, TextInfo> {
  const data = root.querySelector('[data-texts]')?.textContent
  const texts = new Map<string, TextInfo>(data ? Object.entries(JSON.parse(data) as object) : [])
  // The one-file edition has no other pages: other texts are on the site.
  if ('file' in root.documentElement.dataset)
    for (const info of texts.values()) info.href = info.address
  const canonical = root.querySelector<HTMLLinkElement>('link[rel="canonical"]')?.href
  const here = canonical ?? root.location.href.replace(/[?#].*/, '')
  for (const article of textsOn(root)) {
    const slug = article.dataset['text']!
    const address = texts.get(slug)?.address ?? here
    texts.set(slug, { title: article.ariaLabel ?? slug, address, href: address, article })
  }
  return texts
}
