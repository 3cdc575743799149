import { textsOn } from '../../text-on-page/text.ts'
import { breath, inTimeSlices } from '../time-slices.ts'
import { anchor } from '../anchor/anchor.ts'
import type { TextInfo } from '../exchange/texts.ts'
import type { Annotation } from '../model.ts'
import { groupBy } from '../order.ts'
import { wordingsOf } from '../text/place.ts'
import { textPart } from './text-part.ts'

/** Ids of the notes that have no place in their text as it is now. A text that cannot be fetched has lost none. */
export async function findLost(
  annotations: readonly Annotation[],
  texts: ReadonlyMap<string, TextInfo>,
): Promise<Set<string>> {
  const lost = new Set<string>()
  for (const [slug, own] of groupBy(annotations, ({ text }) => text)) {
    const info = texts.get(slug)
    const article = info && (info.article ?? (await fetchText(info)))
    if (!article) continue
    const wordings = wordingsOf(article)
    await inTimeSlices(wordings.ids, (id) => void wordings.wording(id))
    await inTimeSlices(own, ({ id, parts }) => {
      if (parts.every((part) => anchor(part, wordings).how === 'none')) lost.add(id)
    })
  }
  return lost
}

/** Null too where the text is on another site: no page sends requests there. */
async function fetchText({ href, address }: TextInfo): Promise<HTMLElement | null> {
  if (href === address) return null
  try {
    const response = await fetch(href)
    if (!response.ok) return null
    const [article] = textsOn(await parse(textPart(await response.text())))
    return article ?? null
  } catch {
    return null
  }
}

/** Parses piece by piece, as a whole text would block the page; the document runs no scripts and loads nothing. */
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
