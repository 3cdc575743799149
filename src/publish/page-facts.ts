import type { Nodes, Root } from 'hast'
import { byProperty, byTag, byClass, copyWithout, findAll, findFirst, textOf } from './hast.ts'
import { idsIn } from './ids-in.ts'

/** What the steps of the whole site need to know of a page. */
export interface PageFacts {
  /** Whether search engines are to leave it out. */
  isHidden: boolean
  /** Address of its preview image. */
  card?: string | undefined
  /** Text on that image. */
  title: CardTitle
  /** Whether it says sizes of files, which are known when all are made. */
  isSized: boolean
  /** Of its elements. */
  ids: string[]
  /** What may be the address of a picture, in attributes, scripts and styles. */
  pictures: string[]
  /** Addresses that may lead to the glossary or the list of works, as they are written. */
  shared: string[]
  /** What of it files of the site may be called, without folders. */
  names: string[]
  /** Of these, what it asks for at once. */
  preloaded: string[]
}

export interface CardTitle {
  author: string
  title: string
  subtitle: string
  site: string
}

/** Attribute of elements that say the size of a file. */
export const sizeOf = 'data-size-of'

/** @param html of the same page with all that has been put into it */
export const factsOf = (tree: Root, html: string): PageFacts => ({
  isHidden: findAll(tree, byProperty('name', 'robots')).some(({ properties }) =>
    String(properties['content']).includes('noindex'),
  ),
  card: metaOf(tree, 'og:image'),
  title: titleOf(tree),
  isSized: html.includes(` ${sizeOf}="`),
  ids: idsIn(html),
  pictures: [...new Set(namedBy(tree).flatMap(picturesIn))],
  shared: unique(html.matchAll(/\shref="([^"]*\b(?:glossar|literatur)\/[^"]*)"/g)),
  ...namesIn(html),
})

const unique = (found: Iterable<RegExpMatchArray>): string[] => [
  ...new Set(Array.from(found, (match) => match.at(-1)!)),
]

const fileName = /[\w%.-]+\.[a-z][a-z0-9]{1,10}(?![\w-])/g

/** What may be the names of files in a page, script or style, and which of them a page asks for at once. */
export function namesIn(words: string): { names: string[]; preloaded: string[] } {
  const links = words.match(/<link [^>]*rel="?preload[^>]*>/g) ?? []
  return {
    names: unique(words.matchAll(fileName)),
    preloaded: [...new Set(links.flatMap((link) => link.match(fileName) ?? []))],
  }
}

const ending = String.raw`\.(?:png|jpe?g|svg|webp|avif|gif)`
const picture = new RegExp(`${ending}$`, 'i')
const addresses = new RegExp(`[^\\s"'\`()<>,=]+${ending}`, 'gi')

export const isPicture = (name: string): boolean => picture.test(name)

/** The words as a whole if they are the address of a picture, and the addresses in them. */
export const picturesIn = (words: string): string[] => [
  ...(isPicture(words) ? [words] : []),
  ...(words.match(addresses) ?? []),
]

/** Attributes, scripts and styles of a page: an attribute can be an address, or hold some. */
function namedBy(tree: Root): string[] {
  const words: string[] = []
  const walk = (node: Nodes) => {
    if (node.type === 'element') words.push(...Object.values(node.properties).map(String))
    if (node.type === 'element' && /^(?:script|style)$/.test(node.tagName))
      for (const child of node.children) if (child.type === 'text') words.push(child.value)
    if ('children' in node) node.children.forEach(walk)
    if (node.type === 'element' && node.content) walk(node.content)
  }
  walk(tree)
  return words
}

/** Author, title and subtitle from the head of a page. */
export function titleOf(tree: Root): CardTitle {
  const heading = findFirst(tree, byTag('h1'))
  const isSubtitle = byClass('text-subtitle')
  const subtitle = heading && findFirst(heading, isSubtitle)
  const author = findFirst(tree, byClass('text-author'))
  return {
    author: author ? wordsOf(textOf(author)) : '',
    title: heading ? wordsOf(textOf(copyWithout(heading, isSubtitle))) : '',
    subtitle: subtitle ? wordsOf(textOf(subtitle)) : '',
    site: metaOf(tree, 'og:site_name') ?? '',
  }
}

function metaOf(tree: Root, property: string): string | undefined {
  const content = findFirst(tree, byProperty('property', property))?.properties['content']
  return typeof content === 'string' ? content : undefined
}

const wordsOf = (text: string): string => text.replace(/\s+/g, ' ').trim()
