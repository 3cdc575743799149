import type { Element, ElementContent, Root } from 'hast'
import { visit } from 'unist-util-visit'
import { glossId, termId, workId } from '../../contract/ids.ts'
import type { BibliographyEntry, CitedWork, Note, Term, Text } from '../../edition/model/model.ts'
import { citedEntries, glossedTerms, imprintLines, stopBehind } from '../back-matter.ts'
import { setSpaces } from '../german/spaces.ts'
import { element, text as words } from '../html/element.ts'
import type { Context } from '../html/handlers.ts'
import { takeNotes } from '../html/note-contents.ts'
import { reference } from '../html/reference.ts'
import { address } from '../html/site/address.ts'
import type { Urls } from '../html/site/urls.ts'
import { inlineTree, toTree } from '../html/tree.ts'
import { part, type Document } from './xhtml.ts'

export interface EpubSurroundings {
  /** Title of the edition. */
  edition: string
  /** Absolute address of the text. */
  address: string
  /** How the text is to be cited. */
  reference: string
  /** With absolute addresses. */
  urls: Urls
  terms: readonly Term[]
  works: readonly CitedWork[]
  bibliography: readonly BibliographyEntry[]
}

/** Sections of a text that stand in files of their own, and those at its end. */
export function documentsOf(text: Text, around: EpubSurroundings): Document[] {
  const bySlug = new Map(around.terms.map((term) => [term.slug, term]))
  const context: Context = {
    urls: around.urls,
    terms: bySlug,
    site: { beside: () => ({ before: [], inside: [], after: [] }), address },
  }
  const tree = toTree(text.tree, context)
  const notes = takeNotes(tree, text.notes)
  const documents = [
    titlePage(text, around),
    ...sectionsOf(text, tree),
    ...endnotes(text, notes, around),
    ...glosses(text, around.terms, context),
    ...bibliography(text, around.bibliography),
  ]
  linkAcrossFiles(documents)
  return documents
}

function titlePage(text: Text, { edition, address, reference }: EpubSurroundings): Document {
  const lines = [...imprintLines(text), `So zitieren: ${reference}`]
  const paragraph = (line: string) => element('p', {}, [words(setSpaces(line))])
  return {
    file: 'titel.xhtml',
    title: text.title,
    body: [
      element('section', { 'epub:type': 'titlepage', class: 'title-page' }, [
        element('p', { class: 'author' }, [words(text.author.join(', '))]),
        element('h1', {}, [words(setSpaces(text.title))]),
        ...(text.subtitle
          ? [
              element('p', { class: 'subtitle', role: 'doc-subtitle' }, [
                words(setSpaces(text.subtitle)),
              ]),
            ]
          : []),
        element('p', {}, [words(edition)]),
        element('p', {}, [element('a', { href: address }, [words(address)])]),
        ...lines.map(paragraph),
      ]),
    ],
  }
}

/** A file for each section of the first level, and one for what stands before the first heading. */
function sectionsOf(text: Text, tree: Root): Document[] {
  const documents: Document[] = []
  let opening: ElementContent[] = []
  const close = () => {
    if (opening.some((node) => node.type === 'element'))
      documents.push({
        file: `abschnitt-${documents.length + 1}.xhtml`,
        title: text.title,
        body: opening,
      })
    opening = []
  }
  const titles = new Map(text.sections.map(({ id, title }) => [id, title]))
  for (const node of tree.children) {
    if (node.type === 'doctype') continue
    if (node.type !== 'element' || node.tagName !== 'section') {
      opening.push(node as ElementContent)
      continue
    }
    close()
    const heading = node.children.find(
      (child) => child.type === 'element' && /^h\d$/.test(child.tagName),
    ) as Element | undefined
    node.properties['epub:type'] = 'chapter'
    documents.push({
      file: `abschnitt-${documents.length + 1}.xhtml`,
      title: titles.get(String(heading?.properties['id'])) ?? text.title,
      body: [node],
    })
  }
  close()
  for (const { body } of documents) suit(body)
  return documents
}

/** Brings the elements into the form that reading systems expect. */
function suit(body: ElementContent[]): void {
  visit({ type: 'root', children: body } as Root, 'element', (node) => {
    const { properties } = node
    if (properties['role'] === 'doc-noteref') {
      properties['epub:type'] = 'noteref'
      delete properties['rel']
    }
    if (properties['role'] === 'doc-pagebreak') properties['epub:type'] = 'pagebreak'
    if (String(properties['rel']) === 'external') delete properties['rel']
    // A scrolling box is of no use where pages are turned.
    if (properties['tabindex'] !== undefined) delete properties['tabindex']
    for (const name of Object.keys(properties))
      if (/^data[-A-Z]/.test(name)) delete properties[name]
  })
}

function endnotes(
  text: Text,
  contents: ReadonlyMap<Note, ElementContent[]>,
  { works, urls }: EpubSurroundings,
): Document[] {
  if (text.notes.length === 0) return []
  const byKey = new Map(works.map((entry) => [entry.work.id, entry]))
  const items = text.notes.map((note) => {
    const backs = note.calls.map(({ id }, i) =>
      element('a', { href: `#${id}`, role: 'doc-backlink', 'aria-label': back(note.label, i) }, [
        words(i === 0 ? '↩' : ` ↩ ${i + 1}`),
      ]),
    )
    const resolved = note.repeatedWorks.flatMap((key) => {
      const entry = byKey.get(key)
      if (!entry) return []
      return [
        element('p', { class: 'resolved' }, [
          ...reference(entry.full, address, urls.work(key)),
          words('.'),
        ]),
      ]
    })
    return element('li', { id: note.id, 'epub:type': 'endnote', class: 'note' }, [
      element('p', { class: 'note-number' }, [words(`Anmerkung ${note.label} `), ...backs]),
      ...(contents.get(note) ?? []),
      ...resolved,
    ])
  })
  const body = [
    part('endnotes', 'doc-endnotes', 'Anmerkungen', [element('ol', { class: 'notes' }, items)]),
  ]
  suit(body)
  return [{ file: 'anmerkungen.xhtml', title: 'Anmerkungen', body }]
}

const back = (label: string, i: number) =>
  i === 0
    ? `zurück zu Anmerkung ${label} im Text`
    : `zurück zur ${i + 1}. Stelle von Anmerkung ${label}`

function glosses(text: Text, terms: readonly Term[], context: Context): Document[] {
  const own = glossedTerms(text, terms)
  if (own.length === 0) return []
  const items = own.map((term) =>
    element('li', { id: glossId(term.slug), 'epub:type': 'glossdef', class: 'gloss' }, [
      element('p', {}, [
        element('a', { href: context.urls.term(term.slug), lang: term.language ?? null }, [
          element('dfn', {}, [words(term.lemma)]),
        ]),
        words(' '),
        ...inlineTree(term.glossContent, context),
        words(' '),
        element(
          'a',
          {
            href: `#${termId(term.slug)}`,
            role: 'doc-backlink',
            'aria-label': `zurück zu „${term.lemma}“ im Text`,
          },
          [words('↩')],
        ),
      ]),
    ]),
  )
  const list = element('ol', { class: 'glosses' }, items)
  const body = [part('glossary', 'doc-glossary', 'Glossen', [list])]
  suit(body)
  return [{ file: 'glossen.xhtml', title: 'Glossen', body }]
}

function bibliography(text: Text, entries: readonly BibliographyEntry[]): Document[] {
  const own = citedEntries(text, entries)
  if (own.length === 0) return []
  const items = own.map(({ key, pieces }) => {
    const stop = stopBehind(pieces)
    return element('li', { id: workId(key), 'epub:type': 'biblioentry' }, [
      ...reference(pieces, address),
      ...(stop ? [words(stop)] : []),
    ])
  })
  const list = element('ul', { class: 'works' }, items)
  const body = [part('bibliography', 'doc-bibliography', 'Literatur', [list])]
  suit(body)
  return [{ file: 'literatur.xhtml', title: 'Literatur', body }]
}

/** Leads links within the text to the files in which their targets stand now. */
function linkAcrossFiles(documents: readonly Document[]): void {
  const fileOf = new Map<string, string>()
  const each = (visitor: (node: Element, file: string) => void) => {
    for (const { file, body } of documents)
      visit({ type: 'root', children: body } as Root, 'element', (node) => visitor(node, file))
  }
  each(({ properties }, file) => {
    if (typeof properties['id'] === 'string') fileOf.set(properties['id'], file)
  })
  each(({ properties }, file) => {
    const { href } = properties
    if (typeof href !== 'string') return
    // Links to the list of works lead to that of the book.
    const [, id] = /#(.+)$/.exec(href) ?? []
    if (!id || !(href.startsWith('#') || id.startsWith(workId('')))) return
    const target = fileOf.has(id) ? id : id.replace(/-\d+$/, '')
    const place = fileOf.get(target)
    if (place) properties['href'] = place === file ? `#${target}` : `${place}#${target}`
    else if (href.startsWith('#')) delete properties['href']
  })
}
