import { hashOf, type KeepAwaited } from '../../kept/keep.ts'
import { sealOf, spliced } from '../page.ts'
import type { Site, SiteFacts } from '../site.ts'
import { once, openThread } from '../threads.ts'
import type { Finished } from './finish-page.ts'
import { capitalsOf } from './small-capitals.ts'

const worker = new URL('./finish-worker.ts', import.meta.url)

/** What the thread knows of the site besides the pages. */
export interface SiteAround {
  facts: Omit<SiteFacts, 'address'> & { address: string }
  files: readonly string[]
}

export interface PageOrder {
  name: string
  html: string
}

export interface Finishing {
  /** Waits only if several pages wait already, since those of many texts have no room in memory together. */
  add: (name: string, html: string) => Promise<void>
  /** Nothing is written any more then, whether all has gone well or not. */
  end: () => Promise<void>
}

const mostWaiting = 4

/** Finishes pages in a thread of its own while others are rendered, and writes them. */
export async function finishPages(
  site: Site,
  facts: SiteFacts,
  keep: KeepAwaited,
): Promise<Finishing> {
  // All that steps know besides the page.
  const around = hashOf(site.address.href, capitalsOf(site), await site.pictures())
  const files = [...site.files]
  const thread = once(() => {
    const data: SiteAround = { facts: { ...facts, address: facts.address.href }, files }
    return openThread<PageOrder, Finished>(worker, data)
  })
  let isBegun = false
  const finish = async (name: string, html: string) => {
    const { changes, facts, seal } = await keep(
      'finished',
      [name, sealOf(html).hash, around],
      () => {
        isBegun = true
        return thread().ask({ name, html })
      },
    )
    await site.addPage(name, spliced(html, changes), facts, seal)
  }
  const waiting = new Set<Promise<void>>()
  return {
    add: async (name, html) => {
      // One that fails stays, so that what waits next fails of it.
      const finished = finish(name, html).then(() => void waiting.delete(finished))
      finished.catch(() => {})
      waiting.add(finished)
      if (waiting.size > mostWaiting) await Promise.race(waiting)
    },
    end: async () => {
      const ended = await Promise.allSettled(waiting)
      if (isBegun) await thread().close()
      for (const one of ended) if (one.status === 'rejected') throw one.reason
    },
  }
}
