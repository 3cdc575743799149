import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Root } from 'hast'
import { decompress } from 'wawoff2'
import { byClass, byProperty, byTag, copyWithout, findFirst, textOf } from '../hast.ts'
import type { SiteStep } from '../site.ts'
import { drawCard, type CardTitle } from './draw-card.ts'

const face = new URL('../../styles/fonts/edition-serif-roman.woff2', import.meta.url)

/**
 * Draws the preview images shown for links on other sites: one for each page that names a card, with the page's title.
 */
export const socialCards: SiteStep = async (site) => {
  const pages = site.pages.filter(
    ({ name, tree }) => cardOf(tree) === new URL(cardBeside(name), site.address).href,
  )
  const font = await readFont()
  try {
    await Promise.all(
      pages.map(async ({ name, tree }) =>
        site.write(cardBeside(name), await drawCard(titleOf(tree), font.path)),
      ),
    )
  } finally {
    await font.remove()
  }
  return `${pages.length} cards`
}

/** The text font as a TrueType file, which Pango needs. */
export async function readFont(): Promise<{ path: string; remove: () => Promise<void> }> {
  const workshop = await mkdtemp(join(tmpdir(), 'cards-'))
  const path = join(workshop, 'serif.ttf')
  await writeFile(path, await decompress(await readFile(face)))
  return { path, remove: () => rm(workshop, { recursive: true, force: true }) }
}

const cardBeside = (name: string) => name.replace('index.html', 'karte.png')

const cardOf = (tree: Root): string | undefined => metaOf(tree, 'og:image')

/** Author, title and subtitle from the head of a page. */
export function titleOf(tree: Root): CardTitle {
  const heading = findFirst(tree, byTag('h1'))
  const isSubtitle = byClass('text-subtitle')
  const subtitle = heading && findFirst(heading, isSubtitle)
  const author = findFirst(tree, byClass('text-author'))
  return {
    author: author ? wordsOf(textOf(author)) : '',
    title: heading ? wordsOf(textOf(copyWithout(heading, isSubtitle))) : '',
    subtitle: subtitle ? wordsOf(textOf(subtitle)) : '',
    site: metaOf(tree, 'og:site_name') ?? '',
  }
}

function metaOf(tree: Root, property: string): string | undefined {
  const content = findFirst(tree, byProperty('property', property))?.properties['content']
  return typeof content === 'string' ? content : undefined
}

const wordsOf = (text: string): string => text.replace(/\s+/g, ' ').trim()
