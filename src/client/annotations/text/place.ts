import { elementOf } from '../../passage/passage.ts'
import { wordingOf } from '../../passage/wording.ts'
import { anchor, type Found } from '../anchor/anchor.ts'
import type { Span } from '../anchor/context.ts'
import { readWordings, type Wordings } from '../anchor/text.ts'
import type { Annotation } from '../model.ts'

/** Where an annotation stands on the page: the words it is laid on, and the paragraphs and notes it belongs to. */
export interface Placed {
  spans: Span[]
  ids: string[]
}

/** Slug and version of the text on this page. */
export function textOn(root: Document): { slug: string; version: string } | null {
  const article = root.querySelector<HTMLElement>('article[data-text]')
  const { text, version } = article?.dataset ?? {}
  return text ? { slug: text, version: version ?? '' } : null
}

export function wordingsOn(root: Document): Wordings {
  const selector = 'article[data-text] :is(.block > [id^="abs-"], [role="doc-footnote"])'
  const ids = [...root.querySelectorAll(selector)].map(({ id }) => id)
  const known = new Set(ids)
  return readWordings(ids, (id) => {
    const element = known.has(id) && elementOf(root, id)
    return element ? wordingOf(element).text : null
  })
}

export function placeIn({ parts }: Annotation, text: Wordings): Placed {
  const found = parts.map((part) => anchor(part, text))
  return {
    spans: found.filter((place): place is Extract<Found, Span> => 'start' in place),
    ids: [...new Set(found.flatMap((place) => ('id' in place ? place.id : [])))],
  }
}
