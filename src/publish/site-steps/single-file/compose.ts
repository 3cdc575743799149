import { mainId, interfaceId } from '../../../contract/ids.ts'
import type { Element, ElementContent, Root } from 'hast'
import { Anchors } from './anchors.ts'
import { embedFonts } from './fonts.ts'
import { embedImages } from './images.ts'
import { rewriteLinks } from './links.ts'
import type { Part } from './parts.ts'
import { singleFilePolicyOf } from '../../page-steps/content-security-policy.ts'
import type { SitePage } from './site-pages.ts'
import { joinStyles } from './styles.ts'
import {
  byClass,
  byProperty,
  byTag,
  element,
  find,
  findAll,
  removeAll,
  text,
  textOf,
  toHtml,
} from '../../hast.ts'

export interface Ingredients {
  /** The page that the file begins with; header and footer are taken from it. */
  first: SitePage
  parts: Part[]
  site: URL
  published: boolean
  /** Style sheets of the pages and of the file. */
  styles: string[]
  script: string
  /** Script elements with the search index of everything registered in the anchors. */
  search: (anchors: Anchors) => Element[]
  /** Files of the site that are embedded: address → bytes in base64. */
  encode: (url: string) => string
}

/** Composes one self-contained HTML file. */
export function composeFile(ingredients: Ingredients): string {
  const { first, parts, site, published, styles, script, search, encode } = ingredients
  const { tree } = first
  const html = find(tree, byTag('html'))
  const head = find(tree, byTag('head'))
  const body = find(tree, byTag('body'))
  const anchors = new Anchors()
  const sections = parts.map(toSection)
  const all = sections.flatMap(flatten)
  // The first text keeps its ids, since readers cite by them.
  const isText = ({ path }: { path: string }) => path.startsWith('texte/')
  const own = () => anchors.add(first.path, body, mainId)
  if (isText(first)) own()
  const [main] = [first, ...all].filter(isText)
  for (const { path, own: content } of all.filter(isText))
    if (path === main?.path) anchors.add(path, content)
    else nameIds(anchors, path, content)
  if (!isText(first)) own()
  for (const { path, own: content } of all.filter((part) => !isText(part)))
    anchors.add(path, content)

  const place = { site, published, anchors }
  placeSearch(body, sections)
  rewriteLinks(body, { ...place, page: first.path })
  for (const { path, own: content } of all) rewriteLinks(content, { ...place, page: path })
  for (const { path, section } of all) section.properties['id'] = anchors.find(path)!
  find(body, byTag('main')).children.push(...sections.map(({ section }) => section))
  sayWhatThisIs(body, published ? site : null)
  embedImages(body, encode)

  html.properties['dataFile'] = ''
  removeAll(
    head,
    ({ tagName, properties }) => tagName === 'style' || properties['name'] === 'robots',
  )
  const smallCapitals = findAll(body, byClass('small-caps')).length > 0
  const css = embedFonts(joinStyles(styles), { text: textOf(body), smallCapitals }, encode)
  head.children.push(
    element('meta', { name: 'robots', content: 'noindex' }),
    element('link', { rel: ['icon'], href: 'data:,' }),
    element('style', {}, [text(css)]),
  )
  body.children.push(...search(anchors), element('script', {}, [text(script)]))
  addPolicy(tree, head)
  return toHtml(tree)
}

/** Prefixes the ids of a text and records the prefix for scripts, which use the ids of the site. */
function nameIds(anchors: Anchors, path: string, content: Element) {
  const before = anchors.addNamed(path, content)
  for (const { properties } of findAll(content, byProperty('dataText')))
    properties['dataIds'] = before
}

interface Section {
  path: string
  section: Element
  /** The content without the parts below it. */
  own: Element
  below: Section[]
}

function toSection(part: Part): Section {
  const own = element('div', {}, part.content)
  const below = part.parts.map(toSection)
  const section = element('section', { className: ['file-part'] }, [
    own,
    ...below.map((inner) => inner.section),
  ])
  return { path: part.path, section, own, below }
}

const flatten = (section: Section): Section[] => [section, ...section.below.flatMap(flatten)]

const registerId = interfaceId('register')

/** The search button links to the register of terms, which in a file is the glossary. */
function placeSearch(body: Element, sections: readonly Section[]) {
  const glossary = sections.find(({ path }) => path === 'glossar/')
  glossary?.section.children.unshift(element('span', { id: registerId }))
  for (const { properties } of findAll(body, byProperty('dataSearchOpen')))
    properties['href'] = glossary ? `#${registerId}` : `#${mainId}`
}

function sayWhatThisIs(body: Element, address: URL | null) {
  const [footer] = findAll(body, byClass('site-footer'))
  const words = [text('Diese Datei lädt nichts nach.')] as ElementContent[]
  if (address)
    words.push(
      text(' Die Ausgabe im Netz: '),
      element('a', { href: address.href }, [text(address.href)]),
    )
  else if (findAll(body, byProperty('dataNotHere')).length > 0)
    words.push(text(' Links zu Seiten der Ausgabe, die sie nicht enthält, haben kein Ziel.'))
  footer?.children.unshift(element('p', {}, words))
}

function addPolicy(tree: Root, head: Element) {
  const charset = head.children.findIndex(
    (child) => child.type === 'element' && 'charSet' in child.properties,
  )
  const meta = element('meta', {
    httpEquiv: ['Content-Security-Policy'],
    content: singleFilePolicyOf(tree),
  })
  head.children.splice(charset + 1, 0, meta)
}
