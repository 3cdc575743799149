import type { Root } from 'hast'
import { byTag, findAll } from '../../hast.ts'
import { hashes, isInlineScript } from '../../page-steps/content-security-policy.ts'

/** Nothing from anywhere: scripts and styles by their hash, images and fonts from the file itself. */
export const policyOf = (tree: Root): string =>
  [
    "default-src 'none'",
    `script-src 'wasm-unsafe-eval'${hashes(findAll(tree, isInlineScript))}`,
    `style-src${hashes(findAll(tree, byTag('style')))}`,
    'img-src data:',
    'font-src data:',
    "base-uri 'none'",
    "form-action 'none'",
  ].join('; ')
