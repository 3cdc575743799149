import { builtEdition } from '../../edition/built.ts'
import { inksOf } from '../../edition/model/inks.ts'
import type { KeepAwaited } from '../../kept/keep.ts'
import { fontFile } from '../font-file.ts'
import type { SiteStep } from '../site.ts'
import { drawCard, type CardLook } from './draw-card.ts'

/**
 * Draws the preview images shown for links on other sites: one for each page that names a card, with the page's title.
 */
export const socialCards =
  (keep: KeepAwaited): SiteStep =>
  async (site) => {
    const pages = site.pages.filter(
      ({ name, facts }) => facts.card === new URL(cardBeside(name), site.address).href,
    )
    const { meta } = builtEdition()
    const { notes, glosses } = inksOf(meta)
    const look: CardLook = {
      inks: [notes.light, glosses.light],
      hasConductors: meta.ornament === 'conductors',
    }
    await Promise.all(
      pages.map(async ({ name, facts: { title } }) => {
        const card = await keep('card', [title, look], async () =>
          drawCard(title, look, await fontFile()),
        )
        await site.write(cardBeside(name), card)
      }),
    )
    return `${pages.length} cards`
  }

const cardBeside = (name: string) => name.replace('index.html', 'karte.png')
