import type { Element } from 'hast'
import { byClass, byTag, findAll } from '../hast.ts'
import type { PageStep, Site } from '../site.ts'

/**
 * Preloads the fonts of small capitals on pages that have any, like the other fonts of the page: with
 * `font-display: optional` a font that is not preloaded comes too late.
 */
export const smallCapitals: PageStep = (page, site) => {
  const words = findAll(page.tree, byClass('small-caps'))
  if (words.length === 0) return
  const inSans = new Set(
    findAll(page.tree, isInSans).flatMap((part) => findAll(part, byClass('small-caps'))),
  )
  const preload = findAll(page.tree, isFontPreload).at(-1)
  const capitals = capitalsOf(site)
  for (const [kind, isUsed] of [
    ['serif', words.some((element) => !inSans.has(element))],
    ['sans', inSans.size > 0],
  ] as const) {
    const file = capitals.find((name) => name.includes(`/edition-${kind}-capitals.`))
    if (!isUsed || !file || !preload) continue
    const href = site.address.pathname + file
    page.insertAfter(
      preload,
      `<link rel="preload" as="font" type="font/woff2" href="${href}" media="(min-width: 64em)" crossorigin>`,
    )
  }
}

/** The files of these fonts. */
export const capitalsOf = (site: Site): string[] =>
  site.files.filter((name) => /\/edition-\w+-capitals\./.test(name))

/** As in styles/base.css. */
const isInSans = (element: Element): boolean =>
  ['note', 'gloss'].some((name) => byClass(name)(element)) || byTag('table')(element)

const isFontPreload = ({ tagName, properties }: Element): boolean =>
  tagName === 'link' && properties['as'] === 'font'
