import { parseHTML } from 'linkedom'
import {
  texOf,
  type Block,
  type GlossRead,
  type NoteRead,
  type Reading,
  type WorkRead,
} from './reading.ts'
import {
  block,
  elementsOf,
  inline,
  nothing,
  readPassage,
  wordsIn,
  type Markup,
  type Meaning,
} from './read-markup.ts'

/** The page of a text, and of the list of works that it links to. */
export function readHtml(page: string, bibliography: string): Reading {
  const article = parseHTML(page).document.querySelector('article')
  if (!article) throw new Error('The page has no article.')
  const all = [...elementsOf(markup(article))]
  const linked = new Set(all.flatMap((element) => workOf(element) ?? []))
  return {
    language: article.getAttribute('lang') ?? '',
    blocks: blocksOf(markup(article)),
    notes: all.filter(hasRole('doc-footnote')).map(noteOf),
    glosses: all.filter(hasClass('gloss')).map(glossOf),
    works: [...elementsOf(markup(parseHTML(bibliography).document.documentElement))]
      .filter(({ name }) => name === 'li')
      .flatMap((item): WorkRead[] => {
        const [, key] = /^lit-(.+)$/.exec(item.attribute('id') ?? '') ?? []
        return key && linked.has(key) ? [{ key, words: entryOf(item) }] : []
      }),
  }
}

const markup = (element: Element): Markup => ({
  name: element.localName,
  attribute: (name) => element.getAttribute(name),
  children: [...element.childNodes].flatMap((node): (string | Markup)[] => {
    if (node.nodeType === 3) return [node.textContent ?? '']
    return node.nodeType === 1 ? [markup(node as Element)] : []
  }),
})

export const hasRole = (role: string) => (element: Markup) => element.attribute('role') === role
export const hasClass = (name: string) => (element: Markup) =>
  (element.attribute('class') ?? '').split(' ').includes(name)

/** Key of the work to which a link leads. */
export function workOf(element: Markup): string | null {
  if (element.name !== 'a') return null
  return /#lit-(.+)$/.exec(element.attribute('href') ?? '')?.[1] ?? null
}

const blockNames =
  /^(?:p|blockquote|ul|ol|li|table|thead|tbody|tr|th|td|pre|figure|figcaption|div)$/

/** Of the site and of EPUBs. */
export function meaningOf(element: Markup): Meaning {
  const { name, attribute } = element
  const role = attribute('role')
  if (attribute('aria-hidden') === 'true' || role === 'doc-backlink' || role === 'note')
    return nothing
  if (role === 'doc-footnote' || attribute('class') === 'removed-place') return nothing
  // The number of a paragraph behind its last word, in EPUBs.
  if (hasClass('paragraph-number')(element)) return nothing
  if (role === 'doc-noteref') return { is: 'point', kind: 'call', name: wordsIn(element) }
  if (role === 'doc-pagebreak')
    return { is: 'point', kind: 'page', name: (attribute('id') ?? '').replace(/^s-/, '') }
  if (role === 'doc-glossref')
    return { is: 'cover', kind: 'gloss', name: (attribute('id') ?? '').replace(/^term-/, '') }
  if (name === 'math')
    return { is: 'point', kind: 'formula', name: texOf(attribute('alttext') ?? '') }
  const work = workOf(element)
  if (work) return { is: 'cover', kind: 'work', name: work }
  const language = attribute('lang')
  if (language) return { is: 'cover', kind: 'language', name: language }
  if (hasClass('line')(element)) return block
  if (name === 'br') return { is: 'space' }
  return blockNames.test(name) ? block : inline
}

/** Blocks of the text within an article or the body of a document. */
export function blocksOf(parent: Markup): Block[] {
  return parent.children.flatMap((child): Block[] => {
    if (typeof child === 'string' || meaningOf(child) === nothing) return []
    if (child.name === 'section' || hasClass('block')(child)) return blocksOf(child)
    const passage = readPassage(child, meaningOf)
    if (/^h[1-6]$/.test(child.name)) return [{ kind: 'heading', number: null, ...passage }]
    const [, number] = /^abs-(.+)$/.exec(child.attribute('id') ?? '') ?? []
    if (number) return [{ kind: 'paragraph', number, ...passage }]
    const isEmpty = passage.words === '' && passage.marks.length === 0
    return isEmpty ? [] : [{ kind: 'other', number: null, ...passage }]
  })
}

function noteOf(note: Markup): NoteRead {
  const parts = note.children.filter((child) => typeof child !== 'string')
  const own = parts.filter((part) => part.attribute('data-wording') !== null)
  const added = parts.filter(hasClass('note-resolved'))
  return {
    label: (note.attribute('aria-label') ?? '').replace(/^Anmerkung /, ''),
    ...readPassage({ ...note, children: own }, meaningOf),
    resolved: wordsIn({ ...note, children: added }),
  }
}

function glossOf(gloss: Markup): GlossRead {
  const parts = [...elementsOf(gloss)]
  const lemma = parts.find(hasClass('gloss-lemma'))
  const content = parts.find(hasClass('gloss-text'))
  return {
    name: (gloss.attribute('id') ?? '').replace(/^glosse-/, ''),
    lemma: lemma ? wordsIn(lemma) : '',
    language: lemma?.attribute('lang') ?? null,
    ...(content ? readPassage(content, meaningOf) : { words: '', marks: [] }),
  }
}

/** The entry of a work without what stands behind it. */
function entryOf(item: Markup): string {
  const entry = item.children.find((child) => typeof child !== 'string' && child.name === 'p')
  return entry && typeof entry !== 'string' ? wordsIn(entry) : ''
}
