import type { LocatorKind } from './locator.ts'

/**
 * Ids of the places of a text, as pages, links, search, stored annotations and exports have them, and the labels by
 * which readers and editors know the places:
 *
 *     abs-14           paragraph 14; 14a was added between 14 and 15
 *     s-104            page 104 of the printed version
 *     anm-12           note 12; `anm-stern` the one that is marked with a star
 *     anm-12-ruf       where the text calls it; `anm-12-ruf-2` the second time
 *     term-SLUG        an occurrence that leads to a gloss; `term-SLUG-2` the second
 *     glosse-SLUG      that gloss, likewise
 *     lit-KEY          a work in the bibliography
 *     ui_suche         a part of the interface: no heading and no file has a name with `_` in it
 *
 * Style sheets write these names themselves, since they cannot import; so do words that readers see („Abs. 14“).
 */

/** The note before note 1 has a star for a label; in ids, and as `[^stern]` in Markdown, it has this name. */
export const starLabel = '*'
export const starName = 'stern'

/** Before the id of a part of the interface: no heading, no term and no place of a text has an id with a `_`. */
export const interfacePrefix = 'ui_'
export const interfaceId = (name: string): string => interfacePrefix + name

/** The id of the main part of every page. */
export const mainId = `${interfacePrefix}inhalt`

export const paragraphId = (number: string): string => `abs-${number}`
export const pageId = (label: string): string => `s-${label}`
export const noteId = (label: string): string => `anm-${label === starLabel ? starName : label}`
/** `note` is the id of the note, `nth` counts its calls from 1. */
export const callId = (note: string, nth = 1): string => `${note}-ruf${counted(nth)}`
export const termId = (slug: string, nth = 1): string => `term-${slug}${counted(nth)}`
export const glossId = (slug: string, nth = 1): string => `glosse-${slug}${counted(nth)}`
/** A note of the reader’s own in the list of all of them. */
export const annotationId = (id: string): string => interfaceId(`notiz-${id}`)
export const workId = (key: string): string => `lit-${key}`

const counted = (nth: number) => (nth > 1 ? `-${nth}` : '')

/** Null: the id of something else, as of a heading. */
export function readId(id: string): { kind: LocatorKind; label: string } | null {
  const [, prefix, label] = /^(abs|anm|s)-([\w*]+)$/.exec(id) ?? []
  if (!label) return null
  if (prefix === 'anm') return { kind: 'note', label: label === starName ? starLabel : label }
  return { kind: prefix === 's' ? 'page' : 'paragraph', label }
}

/** Whether an id is that of a place of one of these kinds. */
export const isOf = (id: string, ...kinds: LocatorKind[]): boolean => {
  const place = readId(id)
  return place !== null && kinds.includes(place.kind)
}

/** „14“ of `abs-14`, „*“ of `anm-stern`; empty where the id has no label. */
export const labelOf = (id: string): string => readId(id)?.label ?? ''

export const isWorkId = (id: string): boolean => id.startsWith(workId(''))

/** Whether a heading with such a slug would have the id of a place; „Inhalt“ was taken once, and links rest on it. */
export const isTaken = (slug: string): boolean =>
  /^(abs|anm|s|lit|glosse|term)-/.test(slug) || slug === 'inhalt'

/** In a file of several texts the ids of all but the first have its name and this before them: `texte-x--abs-14`. */
export const nameEnd = '--'

export const withoutName = (id: string): string => id.replace(/^.*--/, '')

/** Selector of what may be cited as a paragraph, in a file of several texts too. */
export const paragraphSelector = ':is([id^="abs-"], [id*="--abs-"])'
/** Selector of the element with an id, in a file of several texts too. */
export const selectorOf = (id: string): string => `:is([id="${id}"], [id$="${nameEnd}${id}"])`
/** Selector of an entry of the bibliography. */
export const workSelector = 'li[id^="lit-"]'
