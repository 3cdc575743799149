import { element } from '../platform/element.ts'
import { hitAddress } from './address.ts'
import { excerpt } from './excerpt.ts'
import { groups, placeName, type Group } from './places.ts'
import type { Answer, Hit } from './search.ts'

export interface Shown {
  content: DocumentFragment
  /** Every hit with the way to its excerpt. */
  items: { item: HTMLElement; fill: () => Promise<void> }[]
}

/** Hits in their groups, each with its place; the excerpts follow when they are asked for. */
export function showHits(root: Document, answer: Answer, query: string, most: number): Shown {
  const content = root.createDocumentFragment()
  const items: Shown['items'] = []
  if (answer.numbered.length > 0) content.append(showNumbered(root, answer))
  for (const group of groups) {
    const hits = answer.hits.filter(({ kind }) => group.kinds.includes(kind))
    if (hits.length === 0) continue
    const section = element(root, 'section', 'hits')
    const heading = element(root, 'h2', '', group.name)
    heading.append(' ', element(root, 'span', 'count', String(hits.length)))
    const list = element(root, 'ol', '')
    const shown = bundled(hits)
      .slice(0, most)
      .map((bundle) => showHit(root, bundle, answer, query))
    list.append(...shown.map(({ item }) => item))
    items.push(...shown)
    section.append(heading, list)
    if (bundled(hits).length > most) section.append(moreButton(root, group, hits.length))
    content.append(section)
  }
  return { content, items }
}

/** The way to a place by its number; no words are marked there. */
function showNumbered(root: Document, { numbered, titles }: Answer): HTMLElement {
  const list = element(root, 'ol', '')
  for (const { kind, name, text, url } of numbered) {
    const link = element(root, 'a', '', `Zur Stelle: ${name}`)
    if (titles[text]) link.append(` – ${titles[text]}`)
    link.dataset['hit'] = kind
    link.href = url
    list.append(element(root, 'li', '', link))
  }
  return element(root, 'div', 'hits', list)
}

/** About as many as are in sight at first. Counted, not measured: measuring costs a layout at every key. */
const inSight = 7

/** The first excerpts at once, others when they come into sight. Settled when the first ones stand. */
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

/** Article and glosses of a term say the same: one entry, with the places of the glosses below. */
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

function showHit(root: Document, [hit, ...others]: [Hit, ...Hit[]], answer: Answer, query: string) {
  const item = element(root, 'li', '')
  const link = hitLink(root, hit, query)
  const place = element(root, 'span', 'hit-place', placeName(hit))
  if (hit.lemma) place.prepend(element(root, 'b', '', hit.lemma), ' ')
  const where = [answer.titles[hit.text], hit.kind !== 'heading' && hit.section].filter(Boolean)
  if (where.length > 0) place.append(' ', element(root, 'span', 'hit-text', where.join(', ')))
  const words = element(root, 'span', 'hit-words', '\u00a0')
  link.append(place, ' ', words)
  item.append(link)
  for (const other of others) {
    const beside = hitLink(root, other, query)
    beside.className = 'hit-beside'
    beside.textContent = [placeName(other), answer.titles[other.text]].filter(Boolean).join(' – ')
    item.append(beside)
  }
  const fill = async () => {
    const wording = await hit.content()
    words.replaceChildren(
      ...excerpt(withoutLemma(wording, hit.lemma), answer.matcher).map(({ text, marked }) =>
        marked ? element(root, 'mark', '', text) : text,
      ),
    )
  }
  return { item, fill }
}

function hitLink(root: Document, hit: Hit, query: string): HTMLAnchorElement {
  const link = element(root, 'a')
  link.dataset['hit'] = hit.kind
  link.href = hitAddress(hit.url, query)
  return link
}

/** A gloss begins with its lemma, which stands above the excerpt already. */
const withoutLemma = (wording: string, lemma: string) =>
  lemma && wording.startsWith(lemma) ? wording.slice(lemma.length).replace(/^[. ]+/, '') : wording

function moreButton(root: Document, { slug, name }: Group, count: number): HTMLElement {
  const button = element(root, 'button', 'search-more', `alle ${count} zeigen`)
  button.setAttribute('type', 'button')
  button.setAttribute('aria-label', `alle ${count} zeigen: ${name}`)
  button.dataset['more'] = slug
  return button
}
