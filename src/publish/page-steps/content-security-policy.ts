import { createHash } from 'node:crypto'
import type { Element, Root } from 'hast'
import { byTag, findAll, findFirst, textOf } from '../hast.ts'
import type { PageStep } from '../site.ts'

/**
 * Adds the policy of a page before everything it applies to: no foreign resources, inline scripts and styles by their
 * hash. Runs on finished pages, because all inline scripts and styles must be known.
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

/** Policy of a one-file edition: inline scripts and styles by their hash, embedded images and fonts, no requests. */
export const singleFilePolicyOf = (tree: Root): string =>
  [
    "default-src 'none'",
    `script-src 'wasm-unsafe-eval'${hashes(findAll(tree, isInlineScript))}`,
    `style-src${hashes(findAll(tree, byTag('style')))}`,
    'img-src data:',
    'font-src data:',
    "base-uri 'none'",
    "form-action 'none'",
  ].join('; ')

/** Excludes JSON and JSON-LD, which browsers do not run. */
const isInlineScript = ({ tagName, properties: { src, type } }: Element): boolean =>
  tagName === 'script' && src === undefined && !/^application\/(?:ld\+)?json$/.test(String(type))

/** The hashes of the elements' contents without duplicates, each preceded by a space. */
function hashes(elements: readonly Element[]): string {
  const found = elements.map(
    (element) => ` 'sha256-${createHash('sha256').update(textOf(element)).digest('base64')}'`,
  )
  return [...new Set(found)].join('')
}
