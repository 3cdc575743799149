import { breath, inTurns } from '../chunks.ts'
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
    await inTurns(wordings.ids, (id) => void wordings.wording(id))
    await inTurns(own, ({ id, parts }) => {
      if (parts.every((part) => anchor(part, wordings).how === 'none')) lost.add(id)
    })
  }
  return lost
}

async function fetchPage(href: string): Promise<Document | null> {
  try {
    const response = await fetch(href)
    if (!response.ok) return null
    const page = await parse(await response.text())
    return page.querySelector('article[data-text]') ? page : null
  } catch {
    return null
  }
}

/** Piece by piece into a document that runs no script and loads nothing: a whole text in one go would be felt. */
async function parse(html: string): Promise<Document> {
  const page = document.implementation.createHTMLDocument()
  page.open()
  for (let at = 0; at < html.length; at += piece) {
    page.write(html.slice(at, at + piece))
    await breath()
  }
  page.close()
  return page
}

/** Characters. */
const piece = 40_000
