import { createHash } from 'node:crypto'
import type { Root } from 'hast'
import { byTag, findAll, textOf } from './tree.ts'

/** Nothing from anywhere: scripts and styles by their hash, images and fonts from the file itself. */
export function policyOf(tree: Root): string {
  const hashes = (tag: string) =>
    [
      ...new Set(
        findAll(tree, byTag(tag))
          .filter(({ properties }) => properties['type'] !== 'application/json')
          .map((found) => createHash('sha256').update(textOf(found)).digest('base64')),
      ),
    ]
      .map((hash) => ` 'sha256-${hash}'`)
      .join('')
  return [
    "default-src 'none'",
    `script-src 'wasm-unsafe-eval'${hashes('script')}`,
    `style-src${hashes('style')}`,
    'img-src data:',
    'font-src data:',
    "base-uri 'none'",
    "form-action 'none'",
  ].join('; ')
}
