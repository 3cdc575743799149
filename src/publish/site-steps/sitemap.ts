import type { SiteStep } from '../site.ts'

/** `sitemap.xml` and `robots.txt` for search engines; only public builds list pages. */
export const sitemap: SiteStep = async (site) => {
  if (site.audience !== 'public') {
    await site.write('robots.txt', 'User-agent: *\nDisallow: /\n')
    return 'none, this build is not public'
  }
  const addresses = site.pages
    .filter(({ facts }) => !facts.isHidden)
    .map(({ path }) => new URL(path, site.address).href)
  const entries = addresses.map((url) => `  <url><loc>${url}</loc></url>`).join('\n')
  await site.write(
    'sitemap.xml',
    `<?xml version="1.0" encoding="UTF-8"?>\n<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">\n${entries}\n</urlset>\n`,
  )
  const map = new URL('sitemap.xml', site.address).href
  await site.write('robots.txt', `User-agent: *\nAllow: /\nSitemap: ${map}\n`)
  return `${addresses.length} addresses`
}
