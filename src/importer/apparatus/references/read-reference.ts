import { languageOfTitle } from '../language.ts'
import type { Work } from '../../imported-text.ts'
import type { Names } from './names.ts'
import { dateFrom, takeTrailingParts, type TrailingParts } from './trailing-parts.ts'
import { shapes, type Fields } from './shapes.ts'

/** A full reference: the work as CSL-JSON with an empty key, and the index of its end. */
export interface Reference {
  work: Work
  end: number
  /** Title as printed. */
  title: string
}

/**
 * Parses the part of a full reference after names and colon, in the style of the
 * Zeitschrift für Medienwissenschaft. Null if it is not one, such as a short title.
 */
export function readReference(names: Names, text: string): Reference | null {
  const tail = takeTrailingParts(text)
  for (const shape of shapes) {
    const fields = shape(tail.rest)
    if (fields) return { work: workFrom(names, fields, tail), end: tail.end, title: fields.title }
  }
  return null
}

function workFrom(names: Names, fields: Fields, tail: TrailingParts): Work {
  const { people, editors, interviewers } = names
  const { title, date, hostNames, hostRole, ...others } = fields
  const arXiv = /^10\.48550\/arXiv\.(.+)$/i.exec(tail.DOI ?? '')?.[1]
  // A page number after a book is the cited page, not the extent of the book.
  const page = fields.type === 'book' ? {} : { page: tail.page }
  return withoutEmpty({
    id: '',
    ...others,
    type: interviewers.length ? 'interview' : fields.type,
    title: withColon(title),
    'container-title': others['container-title'] && withColon(others['container-title']),
    [editors ? 'editor' : 'author']: people,
    ...(hostNames && hostRole ? { [hostRole]: hostNames === 'same' ? people : hostNames } : {}),
    interviewer: interviewers,
    ...(arXiv ? { number: `arXiv:${arXiv}` } : {}),
    ...page,
    issued: dateFrom(date),
    DOI: tail.DOI,
    URL: tail.URL,
    accessed: tail.accessed,
    language: languageOfTitle(title),
  })
}

/** „Title. Subtitle“ → „Title: Subtitle“, as in Zotero. */
function withColon(title: string): string {
  return title.replace(/(?<=\p{L}\p{L}|[\d)»›])\. (?=[\p{Lu}\d«‹„])/u, ': ')
}

function withoutEmpty(work: Record<string, unknown>): Work {
  const filled = Object.entries(work).filter(
    ([, value]) => value !== undefined && value !== '' && !(Array.isArray(value) && !value.length),
  )
  return { id: '', type: 'document', ...Object.fromEntries(filled) }
}
