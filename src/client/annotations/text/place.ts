import { elementOf } from '../../text-on-page/passage.ts'
import { idInText, paragraph, partAround } from '../../text-on-page/text.ts'
import { wordingOf } from '../../text-on-page/wording.ts'
import { anchor, type Found } from '../anchor/anchor.ts'
import type { CharacterRange } from '../../../contract/locator.ts'
import { readWordings, type Wordings } from '../anchor/text.ts'
import type { Annotation } from '../model.ts'

/** Where an annotation stands on the page: the words it is laid on, and the paragraphs and notes it belongs to. */
export interface Placed {
  spans: CharacterRange[]
  ids: string[]
}

/** The wording of a text on the page, by its paragraphs and notes. */
export function wordingsOf(article: HTMLElement): Wordings {
  const elements = article.querySelectorAll(`${paragraph}, [role="doc-footnote"]`)
  const ids = [...elements].map(({ id }) => idInText(article, id))
  const known = new Set(ids)
  const wording = (id: string) => {
    const element = known.has(id) && elementOf(article, id)
    return element ? wordingOf(element).text : null
  }
  return readWordings(ids, wording, partAround(article).querySelector('[data-history]') !== null)
}

export function placeIn({ parts }: Annotation, text: Wordings): Placed {
  const found = parts.map((part) => anchor(part, text))
  return {
    spans: found.filter((place): place is Extract<Found, CharacterRange> => 'start' in place),
    ids: [...new Set(found.flatMap((place) => ('id' in place ? place.id : [])))],
  }
}
