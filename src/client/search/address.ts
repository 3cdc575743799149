/** What the address of the search page says: `?q=…&art=anmerkungen&text=…&alle=1`. */
export interface Wish {
  query: string
  /** Slug of a group of hits; empty for all. */
  group: string
  /** Slug of a text; empty for all. */
  text: string
  /** Every hit at once. */
  all: boolean
}

export function readWish(search: string): Wish {
  const given = new URLSearchParams(search)
  return {
    query: given.get('q') ?? '',
    group: given.get('art') ?? '',
    text: given.get('text') ?? '',
    all: given.get('alle') === '1',
  }
}

export function writeWish({ query, group, text, all }: Wish): string {
  const given = new URLSearchParams()
  if (query) given.set('q', query)
  if (group) given.set('art', group)
  if (text) given.set('text', text)
  if (all) given.set('alle', '1')
  return given.size > 0 ? `?${given}` : ''
}

/** The hit's page with what was looked for, so that it can be marked there. */
export function hitAddress(url: string, query: string): string {
  const [page, anchor] = url.split('#')
  return `${page}?${new URLSearchParams({ suche: query })}${anchor ? `#${anchor}` : ''}`
}
