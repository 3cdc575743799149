import { languageOfTitle } from '../language.ts'
import type { Work } from '../../imported-text.ts'
import type { Names } from './names.ts'
import { dateFrom, peel, type Peeled } from './trailing-parts.ts'
import { shapes, type Fields } from './shapes.ts'

/** A full reference: the work as CSL-JSON (its key still empty), and where its words end. */
export interface Reference {
  work: Work
  end: number
  /** The title as printed. */
  title: string
}

/**
 * Reads what follows the names and the colon of a full reference, in the style of the
 * Zeitschrift für Medienwissenschaft. Null where it is none, as with short titles.
 */
export function readReference(names: Names, text: string): Reference | null {
  const peeled = peel(text)
  for (const shape of shapes) {
    const fields = shape(peeled.rest)
    if (fields)
      return { work: workFrom(names, fields, peeled), end: peeled.end, title: fields.title }
  }
  return null
}

function workFrom(names: Names, fields: Fields, peeled: Peeled): Work {
  const { people, editors, interviewers } = names
  const { title, date, hostNames, hostRole, ...others } = fields
  const arXiv = /^10\.48550\/arXiv\.(.+)$/i.exec(peeled.DOI ?? '')?.[1]
  // One page after a book is the place the note means, not the extent of the book.
  const page = fields.type === 'book' ? {} : { page: peeled.page }
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
    DOI: peeled.DOI,
    URL: peeled.URL,
    accessed: peeled.accessed,
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
