/** `path` or `path#id` relative to the base path of the site; null for foreign addresses. */
export function targetOf(site: URL, page: string, href: string): string | null {
  const url = URL.parse(href, new URL(page, site))
  if (!url || url.origin !== site.origin || !url.pathname.startsWith(site.pathname)) return null
  const path = url.pathname.slice(site.pathname.length).replace(/(^|\/)index\.html$/, '$1')
  return path + decodeURIComponent(url.hash)
}
