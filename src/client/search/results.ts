import { element } from '../platform/element.ts'
import { hitAddress, type SectionsBy } from './address.ts'
import { excerpt } from './excerpt.ts'
import { placeName } from './places.ts'
import type { Answer, Hit } from './search.ts'
import { sectionsOf, type Section } from './sections.ts'

export interface Shown {
  content: DocumentFragment
  /** Every hit with the way to its excerpt. */
  items: { item: HTMLElement; fill: () => Promise<void> }[]
}

type TitleOf = (hit: Hit) => string | undefined

/** Hits of a text beside others. */
const few = 3

export interface Showing {
  query: string
  by: SectionsBy
  /** Hits of a section, and texts, before „anzeigen“. */
  most: number
  all: boolean
  /** Resolves when nothing is pressed: an excerpt may move what stands below. */
  released: () => Promise<void>
}

/** Hits in their sections, each with its place; the excerpts follow when they are asked for. */
export function showHits(root: Document, answer: Answer, showing: Showing): Shown {
  const content = root.createDocumentFragment()
  const items: Shown['items'] = []
  if (answer.numbered.length > 0) content.append(showNumbered(root, answer))
  const sections = sectionsOf(answer, showing.by)
  const texts = sections.filter(({ isText }) => isText)
  const later = showing.all ? [] : texts.slice(showing.most)
  const lastText = texts[showing.most - 1]
  for (const section of sections) {
    if (later.includes(section)) continue
    const isOne = section.isText && texts.length > 1
    const most = isOne ? few : showing.all ? Infinity : showing.most
    const titleOf: TitleOf = ({ text }) => (section.isText ? undefined : answer.texts[text]?.title)
    const bundles = bundled(section.hits)
    const shown = bundles
      .slice(0, most)
      .map((bundle) => showHit(root, bundle, { ...answer, ...showing, titleOf }))
    items.push(...shown)
    const count = element(root, 'span', 'count', String(section.hits.length))
    content.append(
      element(
        root,
        'section',
        { class: 'hits', 'data-section': section.slug },
        element(root, 'h2', '', section.name, ' ', count),
        element(root, 'ol', '', ...shown.map(({ item }) => item)),
        bundles.length > most ? moreHits(root, section, isOne) : null,
      ),
    )
    if (section === lastText && later.length > 0) content.append(moreTexts(root, later.length))
  }
  return { content, items }
}

/** The way to a place by its number; no words are marked there. */
function showNumbered(root: Document, { numbered, texts }: Answer): HTMLElement {
  const list = element(root, 'ol', '')
  for (const { kind, name, text, url } of numbered) {
    const title = texts[text] ? ` – ${texts[text].title}` : ''
    const words = `Zur Stelle: ${name}${title}`
    list.append(element(root, 'li', '', element(root, 'a', { 'data-hit': kind, href: url }, words)))
  }
  return element(root, 'div', 'hits', list)
}

/** About as many hits as fit into the window. A constant, as measuring would cost a layout at every key. */
const inSight = 7

/** Fills the first excerpts at once, others when they come into view. Resolves when the first are filled. */
export function fillInSight(items: Shown['items'], all: boolean): Promise<unknown> {
  const [first] = items
  if (!first) return Promise.resolve()
  const view = first.item.ownerDocument.defaultView!
  const now = all ? items : items.slice(0, inSight)
  const fills = new Map(items.map(({ item, fill }) => [item as Element, fill]))
  const observer = new view.IntersectionObserver(
    (entries) => {
      for (const { isIntersecting, target } of entries) {
        if (!isIntersecting) continue
        observer.unobserve(target)
        void fills.get(target)!().catch(() => {})
      }
    },
    { rootMargin: '50%' },
  )
  for (const { item } of items.slice(now.length)) observer.observe(item)
  return Promise.all(now.map(({ fill }) => fill()))
}

/** Bundles the article and the glosses of a term, which have the same text, into one entry. */
function bundled(hits: readonly Hit[]): [Hit, ...Hit[]][] {
  const bundles = new Map<string, [Hit, ...Hit[]]>()
  for (const hit of hits) {
    const bundle = bundles.get(hit.lemma || hit.id)
    if (!bundle) bundles.set(hit.lemma || hit.id, [hit])
    else if (hit.kind === 'term') bundle.unshift(hit)
    else bundle.push(hit)
  }
  return [...bundles.values()]
}

function showHit(
  root: Document,
  [hit, ...others]: [Hit, ...Hit[]],
  { matcher, query, titleOf, released }: Pick<Answer, 'matcher'> & Showing & { titleOf: TitleOf },
) {
  const where = [titleOf(hit), hit.kind !== 'heading' && hit.section].filter(Boolean)
  const place = element(
    root,
    'span',
    'hit-place',
    ...(hit.lemma ? [element(root, 'b', '', hit.lemma), ' '] : []),
    placeName(hit),
    ...(where.length > 0 ? [' ', element(root, 'span', 'hit-text', where.join(', '))] : []),
  )
  const words = element(root, 'span', 'hit-words', '\u00a0')
  const beside = others.map((other) => {
    const name = [placeName(other), titleOf(other)].filter(Boolean).join(' – ')
    return element(root, 'a', { ...hitLink(other, query), class: 'hit-beside' }, name)
  })
  const link = element(root, 'a', hitLink(hit, query), place, ' ', words)
  const item = element(root, 'li', '', link, ...beside)
  const fill = async () => {
    const wording = await hit.content()
    await released()
    words.replaceChildren(
      ...excerpt(withoutLemma(wording, hit.lemma), matcher).map(({ text, marked }) =>
        marked ? element(root, 'mark', '', text) : text,
      ),
    )
  }
  return { item, fill }
}

const hitLink = (hit: Hit, query: string) => ({
  'data-hit': hit.kind,
  href: hitAddress(hit.url, query),
})

/** A gloss begins with its lemma, which is shown above the excerpt already. */
const withoutLemma = (wording: string, lemma: string) =>
  lemma && wording.startsWith(lemma) ? wording.slice(lemma.length).replace(/^[. ]+/, '') : wording

/** Of a text beside others it chooses the text. */
function moreHits(root: Document, { slug, name, hits }: Section, isOne: boolean): HTMLElement {
  const words = `alle ${hits.length} anzeigen`
  return element(
    root,
    'button',
    {
      ...{ type: 'button', class: 'search-more', 'aria-label': `${words}: ${name}` },
      [isOne ? 'data-choose' : 'data-more']: slug,
    },
    words,
  )
}

const moreTexts = (root: Document, count: number): HTMLElement =>
  element(
    root,
    'button',
    { type: 'button', class: 'search-more', 'data-more': '' },
    count === 1 ? 'Stellen in einem weiteren Text' : `Stellen in ${count} weiteren Texten`,
  )
