import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { decompress } from 'wawoff2'
import type { SiteStep } from '../site.ts'
import type { KeepAwaited } from '../../kept/keep.ts'
import { drawCard } from './draw-card.ts'

const face = new URL('../../styles/fonts/edition-serif-roman.woff2', import.meta.url)

/**
 * Draws the preview images shown for links on other sites: one for each page that names a card, with the page's title.
 */
export const socialCards =
  (keep: KeepAwaited): SiteStep =>
  async (site) => {
    const pages = site.pages.filter(
      ({ name, facts }) => facts.card === new URL(cardBeside(name), site.address).href,
    )
    let font: ReturnType<typeof readFont> | undefined
    try {
      await Promise.all(
        pages.map(async ({ name, facts: { title } }) => {
          const card = await keep('card', [title], async () => {
            font ??= readFont()
            return drawCard(title, (await font).path)
          })
          await site.write(cardBeside(name), card)
        }),
      )
    } finally {
      await (await font)?.remove()
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
