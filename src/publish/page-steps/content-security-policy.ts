import { createHash } from 'node:crypto'
import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Step } from '../site.ts'
import { pagesIn } from '../pages.ts'

/**
 * Gives every page its own policy: nothing from elsewhere, inline scripts and styles by their hash.
 * Done on the finished page, because only there every inline script and style is known.
 */
export const contentSecurityPolicy: Step = async ({ folder }) => {
  const pages = await pagesIn(folder)
  for (const page of pages) {
    const path = join(folder, page)
    await writeFile(path, withPolicy(await readFile(path, 'utf8')))
  }
  return `${pages.length} pages`
}

/** The page with its policy as the first element that can load anything. */
export function withPolicy(html: string): string {
  const meta = `<meta http-equiv="Content-Security-Policy" content="${policyFor(html)}">`
  const place = /<meta charset="?utf-8"?\s*\/?>/i
  if (!place.test(html))
    throw new Error('A page has no <meta charset="utf-8"> to put its policy behind.')
  return html.replace(place, (charset) => charset + meta)
}

export function policyFor(html: string): string {
  const scripts = hashes(
    html,
    /<script\b(?![^>]*\bsrc=)(?![^>]*type="?application\/(?:ld\+)?json)[^>]*>([\s\S]*?)<\/script>/g,
  )
  const styles = hashes(html, /<style\b[^>]*>([\s\S]*?)<\/style>/g)
  return [
    "default-src 'none'",
    `script-src 'self' 'wasm-unsafe-eval'${scripts}`,
    `style-src 'self'${styles}`,
    "img-src 'self' data:",
    "font-src 'self'",
    "connect-src 'self'",
    "manifest-src 'self'",
    "worker-src 'self'",
    "base-uri 'none'",
    "form-action 'self'",
  ].join('; ')
}

function hashes(html: string, pattern: RegExp): string {
  const found = [...html.matchAll(pattern)].map(
    ([, content]) => `'sha256-${createHash('sha256').update(content!).digest('base64')}'`,
  )
  return [...new Set(found)].map((hash) => ` ${hash}`).join('')
}
