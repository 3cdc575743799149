import { createHash } from 'node:crypto'
import type { Element, Root } from 'hast'
import { byTag, findAll, findFirst, textOf } from '../hast.ts'
import type { PageStep } from '../site.ts'

/**
 * Gives the page its own policy, before anything that it is to rule: nothing from elsewhere, inline scripts and styles
 * by their hash. Done on the finished page, because only there every inline script and style is known.
 */
export const contentSecurityPolicy: PageStep = (page) => {
  const charset = findFirst(
    page.tree,
    ({ tagName, properties }) => tagName === 'meta' && 'charSet' in properties,
  )
  if (!charset) throw new Error('A page has no <meta charset="utf-8"> to put its policy behind.')
  const policy = policyOf(page.tree)
  page.insertAfter(charset, `<meta http-equiv="Content-Security-Policy" content="${policy}">`)
}

export const policyOf = (tree: Root): string =>
  [
    "default-src 'none'",
    `script-src 'self' 'wasm-unsafe-eval'${hashes(findAll(tree, isInlineScript))}`,
    `style-src 'self'${hashes(findAll(tree, byTag('style')))}`,
    "img-src 'self' data:",
    "font-src 'self'",
    "connect-src 'self'",
    "manifest-src 'self'",
    "worker-src 'self'",
    "base-uri 'none'",
    "form-action 'self'",
  ].join('; ')

/** Data, as JSON and JSON-LD, are no scripts to a browser. */
export const isInlineScript = ({ tagName, properties: { src, type } }: Element): boolean =>
  tagName === 'script' && src === undefined && !/^application\/(?:ld\+)?json$/.test(String(type))

/** The hashes of what the elements hold, each once, with a space before each. */
export function hashes(elements: readonly Element[]): string {
  const found = elements.map(
    (element) => ` 'sha256-${createHash('sha256').update(textOf(element)).digest('base64')}'`,
  )
  return [...new Set(found)].join('')
}
