/** `path` or `path#id` relative to the base path of the site; null for foreign addresses. */
export function targetOf(site: URL, page: string, href: string): string | null {
  const url = URL.parse(href, new URL(page, site))
  if (!url || url.origin !== site.origin || !url.pathname.startsWith(site.pathname)) return null
  const path = url.pathname.slice(site.pathname.length).replace(/(^|\/)index\.html$/, '$1')
  return path + decoded(url.hash)
}

/** The same for a file, in which all pages of a long list of works are one. */
export function targetInFile(site: URL, page: string, href: string): string | null {
  return targetOf(site, page, href)?.replace(/^literatur\/[^/#]+\//, 'literatur/') ?? null
}

/** Name of the file on the site at an address; null: an address elsewhere. */
export function fileAt(site: URL, page: string, href: string): string | null {
  const target = targetOf(site, page, href)
  return target === null ? null : decoded(target.replace(/#.*$/, ''))
}

/** A percent sign that encodes nothing stands for itself. */
function decoded(encoded: string): string {
  try {
    return decodeURIComponent(encoded)
  } catch {
    return encoded
  }
}
