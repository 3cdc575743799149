import type { APIRoute } from 'astro'
import { edition, urls } from './_surroundings.ts'

export const GET: APIRoute = () => {
  const { title, description } = edition.meta
  const icon = (file: string, type: string, sizes: string, purpose = 'any') => ({
    src: urls.page(file),
    type,
    sizes,
    purpose,
  })
  const manifest = {
    name: title,
    short_name: title,
    description,
    lang: 'de',
    dir: 'ltr',
    id: urls.page(''),
    start_url: urls.page(''),
    scope: urls.page(''),
    display: 'minimal-ui',
    background_color: '#f9fafb',
    theme_color: '#f9fafb',
    icons: [
      icon('favicon.svg', 'image/svg+xml', 'any'),
      icon('icon-192.png', 'image/png', '192x192'),
      icon('icon-512.png', 'image/png', '512x512'),
      icon('icon-maskable-512.png', 'image/png', '512x512', 'maskable'),
    ],
  }
  return new Response(`${JSON.stringify(manifest, null, 2)}\n`, {
    headers: { 'content-type': 'application/manifest+json' },
  })
}
