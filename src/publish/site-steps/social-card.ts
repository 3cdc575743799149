import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { decompress } from 'wawoff2'
import { drawCard, type CardTitle } from './draw-card.ts'
import type { Step } from '../site.ts'
import { pagesIn } from '../pages.ts'

const face = new URL('../../styles/fonts/edition-serif-roman.woff2', import.meta.url)

/**
 * Draws the picture that a link to the edition shows elsewhere: one for each page that names a card of its own,
 * from the title that stands on it.
 */
export const socialCard: Step = async ({ folder, address }) => {
  const cards = new Map<string, CardTitle>()
  for (const page of await pagesIn(folder)) {
    const html = await readFile(join(folder, page), 'utf8')
    const path = cardOf(html, address)
    if (path === page.replace('index.html', 'karte.png')) cards.set(path, titleOf(html))
  }
  const font = await readFont()
  try {
    const drawn = [...cards].map(async ([path, title]) =>
      writeFile(join(folder, path), await drawCard(title, font.path)),
    )
    await Promise.all(drawn)
  } finally {
    await font.remove()
  }
  return `${cards.size} cards`
}

/** The text face as a TrueType file, which is what the drawing of text can read. */
export async function readFont(): Promise<{ path: string; remove: () => Promise<void> }> {
  const workshop = await mkdtemp(join(tmpdir(), 'cards-'))
  const path = join(workshop, 'serif.ttf')
  await writeFile(path, await decompress(await readFile(face)))
  return { path, remove: () => rm(workshop, { recursive: true, force: true }) }
}

/** Path of the card that a page names, relative to the site; null where it names none of this site. */
function cardOf(html: string, address: URL): string | null {
  const url = /<meta property="og:image" content="([^"]+)"/.exec(html)?.[1]
  return url?.startsWith(address.href) ? url.slice(address.href.length) : null
}

/** Author, title and subtitle as they stand at the head of a page; entities stay as they are. */
export function titleOf(html: string): CardTitle {
  const heading = /<h1[^>]*>([\s\S]*?)<\/h1>/.exec(html)?.[1] ?? ''
  const [title = '', subtitle = ''] = heading.split(/<span class="text-subtitle"[^>]*>/)
  const author = /<p class="text-author"[^>]*>([\s\S]*?)<\/p>/.exec(html)?.[1] ?? ''
  const site = /<meta property="og:site_name" content="([^"]+)"/.exec(html)?.[1] ?? ''
  return { author: plain(author), title: plain(title), subtitle: plain(subtitle), site }
}

const plain = (html: string): string =>
  html
    .replace(/<[^>]+>/g, '')
    .replace(/\s+/g, ' ')
    .trim()
