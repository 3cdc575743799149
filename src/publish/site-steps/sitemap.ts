import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Step } from '../site.ts'
import { pagesIn } from '../pages.ts'

/** `sitemap.xml` and `robots.txt` for search engines; only a build for the public web has pages to offer. */
export const sitemap: Step = async ({ folder, address, audience }) => {
  if (audience !== 'public') {
    await writeFile(join(folder, 'robots.txt'), 'User-agent: *\nDisallow: /\n')
    return 'none, this build is not public'
  }
  const addresses: string[] = []
  for (const page of await pagesIn(folder)) {
    const html = await readFile(join(folder, page), 'utf8')
    if (!html.includes('name="robots" content="noindex"'))
      addresses.push(new URL(page.replace(/index\.html$/, ''), address).href)
  }
  const entries = addresses.map((url) => `  <url><loc>${url}</loc></url>`).join('\n')
  await writeFile(
    join(folder, 'sitemap.xml'),
    `<?xml version="1.0" encoding="UTF-8"?>\n<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">\n${entries}\n</urlset>\n`,
  )
  const map = new URL('sitemap.xml', address).href
  await writeFile(join(folder, 'robots.txt'), `User-agent: *\nAllow: /\nSitemap: ${map}\n`)
  return `${addresses.length} addresses`
}
