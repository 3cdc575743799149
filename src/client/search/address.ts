import { chosenIn, type Chosen } from '../../contract/shelf.ts'

/** What the address of the search page says: `?q=…&art=anmerkungen&text=…&person=…&nach=text&alle=1`. */
export interface Wish {
  query: string
  /** Slug of a group of hits; empty for all. */
  group: string
  /** Slug of a text; empty for all. */
  text: string
  /** What texts are chosen by. */
  chosen: Chosen
  /** How hits are put together; empty: as suits the edition. */
  sections: SectionsBy | ''
  /** Every hit at once. */
  all: boolean
}

export type SectionsBy = 'art' | 'text'

export const noWish: Wish = {
  query: '',
  group: '',
  text: '',
  chosen: {},
  sections: '',
  all: false,
}

export function readWish(search: string): Wish {
  const given = new URLSearchParams(search)
  const sections = given.get('nach')
  return {
    query: given.get('q') ?? '',
    group: given.get('art') ?? '',
    text: given.get('text') ?? '',
    chosen: chosenIn(given),
    sections: sections === 'art' || sections === 'text' ? sections : '',
    all: given.get('alle') === '1',
  }
}

export function writeWish({ query, group, text, chosen, sections, all }: Wish): string {
  const given = new URLSearchParams()
  if (query) given.set('q', query)
  if (group) given.set('art', group)
  if (text) given.set('text', text)
  for (const [criterion, value] of Object.entries(chosen)) if (value) given.set(criterion, value)
  if (sections) given.set('nach', sections)
  if (all) given.set('alle', '1')
  return given.size > 0 ? `?${given}` : ''
}

/** The hit's page with what was looked for, so that it can be marked there. */
export function hitAddress(url: string, query: string): string {
  const [page, anchor] = url.split('#')
  return `${page}?${new URLSearchParams({ suche: query })}${anchor ? `#${anchor}` : ''}`
}
