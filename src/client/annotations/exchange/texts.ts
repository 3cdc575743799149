/** What a page knows of the texts: „Meine Notizen“ of all, the page of a text of its own. */
export interface TextInfo {
  title: string
  /** Absolute, without an anchor: as exports name the text. */
  address: string
  /** As links of this page lead to it; ends in `/`, or in nothing where the text is in the same file. */
  href: string
}

export function textsOf(root: Document): Map<string, TextInfo> {
  const data = root.querySelector('[data-texts]')?.textContent
  const texts = new Map<string, TextInfo>(data ? Object.entries(JSON.parse(data) as object) : [])
  const article = root.querySelector<HTMLElement>('article[data-text]')
  const slug = article?.dataset['text']
  if (!slug) return texts
  const canonical = root.querySelector<HTMLLinkElement>('link[rel="canonical"]')?.href
  const address = canonical ?? root.location.href.replace(/[?#].*/, '')
  const known = texts.get(slug)
  // A file holds one text under its own ids; the others are where the edition is.
  if ('file' in root.documentElement.dataset)
    for (const info of texts.values()) info.href = info.address
  const title = article.ariaLabel ?? slug
  return texts.set(slug, { title, address: known?.address ?? address, href: '' })
}
