/**
 * How Zotero detects the type of a page and reads its metadata, reimplemented from its published translators:
 * “Embedded Metadata” (2024-06-13), the parts of “RDF” it hands tags to, “COinS” and the reader of context objects
 * (zotero/translators, zotero/utilities openurl.js). Functions are named as there.
 */

export interface Tag {
  name: string
  content: string
}

export interface Page {
  /** `name`, or else `property`, of every `meta` with content. */
  tags: readonly Tag[]
  title: string
  url: string
}

export interface Item {
  itemType: string
  title: string
  creators: string[]
  [field: string]: unknown
}

const namespaces = new Set(
  'bib bibo dc dcterms prism foaf vcard link z eprint eprints og article book music video so codemeta rdf'.split(
    ' ',
  ),
)

const types: Record<string, string> = {
  journal_title: 'journalArticle',
  technical_report_institution: 'report',
  conference_title: 'conferencePaper',
  conference: 'conferencePaper',
  book_title: 'bookSection',
  inbook_title: 'bookSection',
  dissertation_institution: 'thesis',
}

const fields: Record<string, string> = {
  title: 'title',
  publication_date: 'date',
  cover_date: 'date',
  date: 'date',
  journal_title: 'publicationTitle',
  inbook_title: 'publicationTitle',
  book_title: 'bookTitle',
  volume: 'volume',
  issue: 'issue',
  series_title: 'series',
  publisher: 'publisher',
  isbn: 'ISBN',
  abstract: 'abstractNote',
  doi: 'DOI',
  public_url: 'url',
  language: 'language',
}

/** `init`: item type by Highwire tags if they name a container, else by RDF, else by a guess. */
export function detectType({ tags }: Page): string | false {
  let certain: string | undefined
  let guess: string | undefined
  const statements: Tag[] = []
  for (const { name, content } of tags) {
    const [first = '', second = '', ...more] = name.split(/[.:_]/)
    const prefix = [more.length > 0 ? second : '', first].find((part) =>
      namespaces.has(part.toLowerCase()),
    )
    const short = name.slice(Math.max(0, name.lastIndexOf('citation_'))).replace('citation_', '')
    if (prefix) statements.push({ name, content })
    else if (types[short]) certain = types[short]
    else if (short === 'title' || short === 'series_title') guess ??= 'journalArticle'
    else if (short === 'isbn') guess = 'book'
  }
  if (certain) return certain
  if (statements.length === 0) return guess ?? false
  return ofRdf(statements, guess ?? 'webpage')
}

/** The Open Graph part of RDF's `detectType`: “article” is only a guess, and `unknown` takes precedence. */
function ofRdf(statements: readonly Tag[], unknown: string): string {
  const kind = statements.find(({ name }) => name === 'og:type')?.content ?? ''
  if (kind.startsWith('video.')) return 'videoRecording'
  if (kind.startsWith('music.')) return 'audioRecording'
  return { book: 'book', website: 'webpage' }[kind] ?? unknown
}

/** `doWeb`: what is saved. */
export function readPage(page: Page): Item {
  const { tags, url } = page
  const all = (name: string) => tags.filter((tag) => tag.name.endsWith(name))
  const first = (name: string) => all(name)[0]?.content
  const og = (name: string) => tags.find((tag) => tag.name === `og:${name}`)?.content
  const item: Item = {
    itemType: detectType(page) || '',
    // `importItem` of RDF comes first; Highwire is written over it.
    title: og('title') ?? '',
    publicationTitle: og('site_name'),
    abstractNote: og('description'),
    url: og('url'),
    creators: [],
  }
  for (const [name, field] of Object.entries(fields)) {
    const value = first(`citation_${name}`)?.trim()
    if (value) item[field] = value.replace(/\s+/g, ' ')
  }
  item.creators = creators(all('citation_author'), first('citation_language'))
  const [from, to] = [first('citation_firstpage'), first('citation_lastpage')]
  if (from) item['pages'] = from + (to ? `-${to}` : '')
  // `addLowQualityMetadata`
  item.title = (item.title || page.title).replace(/\s+/g, ' ')
  if (typeof item['publicationTitle'] === 'string') {
    const container = item['publicationTitle'].replace(/[.*+?^${}()|[\]\\]/g, '\\$&')
    item.title = item.title.replace(new RegExp(`\\s*[-–—=_:|~#]\\s*${container}\\s*$`, 'i'), '')
  }
  item['abstractNote'] ??= tags.find(({ name }) => name === 'description')?.content
  item['url'] ??= url
  return item
}

/** `processHighwireCreators`: splits names at semicolons, and at commas if one tag has several words on both sides. */
function creators(tags: readonly Tag[], language: string | undefined): string[] {
  return tags.flatMap(({ content }) => {
    const names = content.split(/\s*;\s*/)
    const parts = content.split(/\s*,\s*/)
    const isList =
      names.length === 1 &&
      tags.length === 1 &&
      parts.length > 1 &&
      parts.slice(0, 2).every((part) => part.includes(' ')) &&
      !(['es', 'spa'].includes(language ?? '') && parts.length === 2)
    return (isList ? parts : names).map(cleanAuthor)
  })
}

/** „Vorname|Nachname“; a name of one word has no first name. */
function cleanAuthor(name: string): string {
  const [last = '', given] = name.split(/,\s*/)
  if (given !== undefined) return `${given}|${last}`
  const at = last.lastIndexOf(' ')
  return at < 0 ? `|${last}` : `${last.slice(0, at)}|${last.slice(at + 1)}`
}

const withTitle = ['journalArticle', 'bookSection', 'conferencePaper']

/** `parseContextObject`; null: no item. */
export function readContextObject(contextObject: string): Item | null {
  const pairs = contextObject.split('&').map((pair) => {
    const [key = '', value = ''] = pair.split('=')
    return [key, decodeURIComponent(value.replace(/\+|%2[bB]/g, ' '))] as const
  })
  const value = (key: string) => pairs.find(([name]) => name === key)?.[1]
  const itemType = typeOf(value('rft_val_fmt') ?? '', value('rft.genre') ?? '')
  if (!itemType) return null
  const isPart = withTitle.includes(itemType)
  const item: Item = { itemType, title: '', creators: [] }
  for (const [key, words] of pairs)
    if (key === 'rft_id' && words.startsWith('info:doi')) item['DOI'] = words.slice(9)
    else if (key === 'rft_id' && /^https?:/.test(words)) item['url'] = words
    else if (key === 'rft.btitle') item[isPart ? 'publicationTitle' : 'title'] = words
    else if (key === 'rft.atitle' && isPart) item.title = words
    else if (key === 'rft.jtitle' && itemType === 'journalArticle') item['publicationTitle'] = words
    else if (key === 'rft.title') item[isPart ? 'publicationTitle' : 'title'] = words
    else if (key === 'rft.au') item.creators.push(words)
    else if (key === 'rft.type') item.itemType = words
    else if (key === 'rft.source') item['publicationTitle'] = words
    else if (key.startsWith('rft.')) item[key.slice(4)] = words
  return item
}

function typeOf(format: string, genre: string): string | null {
  const kind = format.replace('info:ofi/fmt:kev:mtx:', '')
  if (kind === 'journal') return 'journalArticle'
  if (kind === 'dc') return 'webpage'
  if (kind !== 'book') return null
  const parts: Record<string, string> = {
    bookitem: 'bookSection',
    conference: 'conferencePaper',
    proceeding: 'conferencePaper',
    report: 'report',
    document: 'document',
  }
  return parts[genre] ?? 'book'
}

/** `detectWeb` of COinS: with two items the page is a list. COinS take precedence over meta tags. */
export function detectCoins(titles: readonly string[]): string | false {
  const items = titles.flatMap((title) => readContextObject(title) ?? [])
  return items.length > 1 ? 'multiple' : (items[0]?.itemType ?? false)
}
