import { unzipSync } from 'fflate'
import { parseXml, type XmlElement } from '../../src/importer/readers/xml.ts'
import type { GlossRead, NoteRead, Reading, WorkRead } from './reading.ts'
import { blocksOf, hasClass, hasRole, meaningOf, workOf } from './read-html.ts'
import { elementsOf, readPassage, wordsIn, type Markup } from './read-markup.ts'

/**
 * An EPUB, its documents in the order of its spine. `slug`: of a text in the book of a whole edition, which is read with
 * the glosses that lead back to it and the works that it links to.
 */
export function readEpub(bytes: Uint8Array, slug?: string): Reading {
  const files = unzipSync(bytes)
  const parsed = (name: string) => {
    const file = files[name]
    if (!file) throw new Error(`The EPUB has no ${name}.`)
    return [...elementsOf(markupOf(parseXml(Buffer.from(file).toString())))]
  }
  const named = (elements: readonly Markup[], name: string) =>
    elements.filter((element) => element.name === name)
  const container = named(parsed('META-INF/container.xml'), 'rootfile')
  const packagePath = container[0]?.attribute('full-path') ?? ''
  const folder = packagePath.replace(/[^/]*$/, '')
  const opf = parsed(packagePath)
  const hrefs = new Map(
    named(opf, 'item').map(({ attribute }) => [attribute('id'), attribute('href')]),
  )
  const spine = named(opf, 'itemref').map(({ attribute }) => hrefs.get(attribute('idref')) ?? '')
  const isOfText = (href: string) => slug === undefined || href.startsWith(`${slug}-`)
  const own = spine.filter(isOfText).map((href) => parsed(folder + href))
  const documents = [
    ...own,
    ...spine
      .filter((href) => !isOfText(href))
      .map((href) => parsed(folder + href))
      .filter((elements) => elements.some(isShared)),
  ]
  const linked = new Set(own.flat().flatMap((element) => workOf(element) ?? []))
  const leadsBack = (element: Markup) =>
    hasRole('doc-backlink')(element) && isOfText(element.attribute('href') ?? '')
  const part = (role: string) =>
    documents.flatMap((elements) =>
      elements.filter(hasRole(role)).flatMap((x) => [...elementsOf(x)]),
    )
  const title = (elements: readonly Markup[]) =>
    elements.some(({ attribute }) => attribute('epub:type') === 'titlepage')
  const behind = (elements: readonly Markup[]) =>
    elements.some(({ attribute }) =>
      /^doc-(?:endnotes|glossary|bibliography)$/.test(attribute('role') ?? ''),
    )
  return {
    language:
      (slug ? named(own[0] ?? [], 'html') : named(opf, 'package'))[0]?.attribute('xml:lang') ?? '',
    blocks: documents
      .filter((elements) => !title(elements) && !behind(elements))
      .flatMap((elements) => named(elements, 'body').flatMap(blocksOf)),
    notes: part('doc-endnotes')
      .filter(({ attribute }) => attribute('epub:type') === 'endnote')
      .map(noteOf),
    glosses: part('doc-glossary')
      .filter(hasClass('gloss'))
      .filter((gloss) => [...elementsOf(gloss)].some(leadsBack))
      .map((gloss) => glossOf(slug ? withoutArticle(gloss) : gloss)),
    works: part('doc-bibliography')
      .filter(({ attribute }) => attribute('epub:type') === 'biblioentry')
      .map((item): WorkRead => ({
        key: (item.attribute('id') ?? '').replace(/^lit-/, ''),
        words: wordsIn(item),
      }))
      .filter(({ key }) => slug === undefined || linked.has(key)),
  }
}

/** The glossary or the bibliography of a whole edition. */
const isShared = ({ attribute }: Markup): boolean =>
  /^doc-(?:glossary|bibliography)$/.test(attribute('role') ?? '')

/** The whole edition has the article behind each gloss. */
const withoutArticle = (gloss: Markup): Markup => ({
  ...gloss,
  children: gloss.children.filter((child) => typeof child !== 'string').slice(0, 1),
})

export const markupOf = (element: XmlElement): Markup => ({
  name: element.name,
  attribute: (name) => element.attributes[name] ?? null,
  children: element.children.map((child) =>
    child.kind === 'text' ? child.value : markupOf(child),
  ),
})

function noteOf(note: Markup): NoteRead {
  const parts = note.children.filter((child) => typeof child !== 'string')
  const number = parts.find(hasClass('note-number'))
  const resolved = parts.filter(hasClass('resolved'))
  const own = parts.filter((part) => part !== number && !resolved.includes(part))
  return {
    label: (number ? readPassage(number, meaningOf).words : '').replace(/^Anmerkung /, ''),
    ...readPassage({ ...note, children: own }, meaningOf),
    resolved: wordsIn({ ...note, children: resolved }),
  }
}

function glossOf(gloss: Markup): GlossRead {
  const lemma = [...elementsOf(gloss)].find(({ children }) =>
    children.some((child) => typeof child !== 'string' && child.name === 'dfn'),
  )
  const passage = readPassage(gloss, (element) =>
    element === lemma ? { is: 'nothing' } : meaningOf(element),
  )
  return {
    name: (gloss.attribute('id') ?? '').replace(/^glosse-/, ''),
    lemma: lemma ? wordsIn(lemma) : '',
    language: lemma?.attribute('lang') ?? null,
    ...passage,
  }
}
