import { labelOf, readId } from '../../contract/ids.ts'
import { kindNames } from '../../contract/locator.ts'
import type { Passage } from './passage.ts'

/** The locator of a passage as it is cited: „Abs. 14–15, S. 104“, „Anm. 31, S. 107“. */
export function sayLocator({ parts, pages }: Pick<Passage, 'parts' | 'pages'>): string {
  return [sayParts(parts), sayPages(pages)].filter(Boolean).join(', ')
}

function sayParts(parts: Passage['parts']): string {
  const { id } = parts[0]!
  const [from, to] = [id, parts.at(-1)!.id].map(labelOf)
  const kind = kindNames[readId(id)?.kind ?? 'paragraph']
  return `${kind} ${from === to ? from : `${from}–${to}`}`
}

/** „S. 104–105“, or an empty string. */
export function sayPages(pages: Passage['pages']): string {
  if (!pages) return ''
  const [first, last] = pages
  return `${kindNames.page} ${first === last ? first : `${first}–${last}`}`
}
