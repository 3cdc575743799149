/** The package document of an EPUB: metadata, files, reading order. */
import { languageTag } from '../language-tag.ts'
import { namesIn } from '../person-names.ts'
import { descendants, plainTextIn, textIn, type XmlElement } from '../xml.ts'

export interface PackageItem {
  path: string
  type: string
  properties: string[]
}

export interface PackageDocument {
  title: string | null
  subtitle: string | null
  authors: string[]
  language: string | null
  /** In reading order. */
  spine: PackageItem[]
  items: PackageItem[]
  /** Path → what the guide calls the file: `cover`, `toc`. */
  guide: ReadonlyMap<string, string>
}

const localName = ({ name }: XmlElement): string => name.replace(/^.*:/, '')

export function readPackageDocument(root: XmlElement, path: string): PackageDocument {
  const all = [...descendants(root)]
  const named = (name: string) => all.filter((element) => localName(element) === name)
  const refinements = named('meta').filter(({ attributes }) => attributes.refines)
  const refined = (element: XmlElement, property: string) =>
    refinements.find(
      ({ attributes }) =>
        attributes.refines === `#${element.attributes.id}` && attributes.property === property,
    )
  const wordsOf = (element: XmlElement | undefined): string | null => plainTextIn(element) || null
  const titles = named('title').filter(({ name }) => name !== 'title' || path === '')
  const kindOf = (element: XmlElement) => {
    const kind = refined(element, 'title-type')
    return kind ? textIn(kind).trim() : null
  }
  const authors = named('creator').filter((element) => {
    const role = element.attributes['opf:role'] ?? wordsOf(refined(element, 'role')) ?? 'aut'
    return role === 'aut'
  })
  const items = new Map<string, PackageItem>()
  for (const { attributes } of named('item'))
    if (attributes.id && attributes.href)
      items.set(attributes.id, {
        path: resolvePath(path, attributes.href),
        type: attributes['media-type'] ?? '',
        properties: (attributes.properties ?? '').split(/\s+/),
      })
  const language = wordsOf(named('language')[0])
  return {
    title: wordsOf(titles.find((one) => kindOf(one) === 'main') ?? titles[0]),
    subtitle: wordsOf(titles.find((one) => kindOf(one) === 'subtitle')),
    authors: authors.flatMap((element) => namesIn(wordsOf(element) ?? '')),
    language: language && languageTag(language) ? language : null,
    spine: named('itemref').flatMap(({ attributes }) => items.get(attributes.idref ?? '') ?? []),
    items: [...items.values()],
    guide: new Map(
      named('reference').map(({ attributes }) => [
        resolvePath(path, attributes.href ?? '').replace(/#.*$/, ''),
        attributes.type ?? '',
      ]),
    ),
  }
}

/** The path of an address in a file of the archive. */
export function resolvePath(from: string, address: string): string {
  try {
    const url = new URL(address, new URL(encodeURI(from), 'file:///'))
    return url.protocol === 'file:' ? decodeURIComponent(url.pathname).slice(1) + url.hash : address
  } catch {
    return address
  }
}
