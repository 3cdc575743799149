import { breath } from '../chunks.ts'
import { anchor } from '../anchor/anchor.ts'
import type { TextInfo } from '../exchange/texts.ts'
import type { Annotation } from '../model.ts'
import { groupBy } from '../order.ts'
import { wordingsOn } from '../text/place.ts'

/** Ids of the notes that have no place in their text as it is now. A text that cannot be fetched has lost none. */
export async function findLost(
  root: Document,
  annotations: readonly Annotation[],
  texts: ReadonlyMap<string, TextInfo>,
): Promise<Set<string>> {
  const lost = new Set<string>()
  for (const [slug, own] of groupBy(annotations, ({ text }) => text)) {
    const info = texts.get(slug)
    const isElsewhere = info?.href === info?.address
    const page = info && !isElsewhere && (info.href ? await fetchPage(info.href) : root)
    if (!page) continue
    const wordings = wordingsOn(page)
    for (const { id, parts } of own) {
      if (parts.every((part) => anchor(part, wordings).how === 'none')) lost.add(id)
      await breath()
    }
  }
  return lost
}

async function fetchPage(href: string): Promise<Document | null> {
  try {
    const response = await fetch(href)
    if (!response.ok) return null
    const page = new DOMParser().parseFromString(await response.text(), 'text/html')
    return page.querySelector('article[data-text]') ? page : null
  } catch {
    return null
  }
}
