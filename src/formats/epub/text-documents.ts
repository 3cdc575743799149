import type { Element, ElementContent, Root } from 'hast'
import { visit } from 'unist-util-visit'
import { paragraphId } from '../../contract/ids.ts'
import type { CitedWork, Note, Text } from '../../edition/model/model.ts'
import { doiLine, imprintLines } from '../back-matter.ts'
import { element, text as words } from '../html/element.ts'
import type { Context } from '../html/handlers.ts'
import { takeNotes } from '../html/note-contents.ts'
import { reference } from '../html/reference.ts'
import { address } from '../html/site/address.ts'
import type { Urls } from '../html/site/urls.ts'
import { toTree } from '../html/tree.ts'
import type { Entry } from './book.ts'
import { filesOfIds, toSite } from './links.ts'
import { suit } from './suit.ts'
import { titlePage } from './title-page.ts'
import { part, type Document } from './xhtml.ts'

export interface TextSurroundings {
  /** Title of the edition. */
  edition: string
  /** Absolute address of the text. */
  address: string
  /** How the text is to be cited. */
  reference: string
  /** Before the names of its files, so that they differ from those of other texts. */
  prefix: string
  urls: Urls
  works: readonly CitedWork[]
}

export interface TextDocuments {
  documents: Document[]
  contents: Entry[]
  /** Of the printed version. */
  pages: Entry[]
}

/** A text as a title page, a file for each section of the first level, and one for its notes. */
export function textDocuments(
  text: Text,
  around: TextSurroundings,
  context: Context,
): TextDocuments {
  const tree = toTree(text.tree, context)
  const notes = takeNotes(tree, text.notes)
  numberParagraphs(tree, text, around.address)
  const title = titlePage({
    ...{ file: `${around.prefix}titel.xhtml`, language: text.language, authors: text.author },
    ...{ title: text.title, subtitle: text.subtitle, edition: around.edition },
    ...{ address: around.address, doi: doiLine(text) },
    lines: [...imprintLines(text), `So zitieren: ${around.reference}`],
  })
  const sections = sectionsOf(text, tree, around.prefix)
  const behind = endnotes(text, notes, around)
  const documents = [title, ...sections, ...behind]
  const files = filesOfIds(documents)
  const hrefOf = (id: string) => `${files.get(id)}#${id}`
  const inSection = ({ file, title }: Document): Entry => {
    const below = text.sections.filter((it) => files.get(it.id) === file && it.title !== title)
    return {
      href: file,
      label: title,
      inner: below.map((it) => ({ href: hrefOf(it.id), label: it.title })),
    }
  }
  return {
    documents,
    contents: [
      { href: title.file, label: 'Titel' },
      ...sections.map(inSection),
      ...behind.map(({ file, title }) => ({ href: file, label: title })),
    ],
    pages: text.pages.map(({ id, label }) => ({ href: hrefOf(id), label })),
  }
}

/** Sets the number of each paragraph behind its last word; it leads to the place on the site, for citing. */
function numberParagraphs(tree: Root, text: Text, address: string): void {
  const numbers = new Map(text.paragraphs.map(({ id, number }) => [id, number]))
  visit(tree, 'element', (node) => {
    const number = numbers.get(String(node.properties['id']))
    if (number === undefined) return
    const last = node.children.findLast((child) => child.type === 'element')
    const host = node.tagName === 'blockquote' && last?.tagName === 'p' ? last : node
    const link = { class: `paragraph-number ${toSite}`, href: `${address}#${paragraphId(number)}` }
    host.children.push(words(' '), element('a', link, [words(`Abs.\u00a0${number}`)]))
  })
}

/** A file for each section of the first level, and one for what stands before the first heading. */
function sectionsOf(text: Text, tree: Root, prefix: string): Document[] {
  const documents: Document[] = []
  let opening: ElementContent[] = []
  const add = (title: string, body: ElementContent[]) =>
    documents.push({
      ...{ file: `${prefix}abschnitt-${documents.length + 1}.xhtml`, language: text.language },
      ...{ title, body, landmark: 'bodymatter' },
    })
  const close = () => {
    if (opening.some((node) => node.type === 'element')) add(text.title, opening)
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
    Object.assign(node.properties, { 'epub:type': 'chapter', role: 'doc-chapter' })
    add(titles.get(headingId(node)) ?? text.title, [node])
  }
  close()
  for (const { body } of documents) suit(body)
  return documents
}

function headingId({ children }: Element): string {
  const heading = children.find((child) => child.type === 'element' && /^h\d$/.test(child.tagName))
  return String((heading as Element | undefined)?.properties['id'])
}

/** Visible notes in a section that reading systems know as notes: some of them hide `aside`. */
function endnotes(
  text: Text,
  contents: ReadonlyMap<Note, ElementContent[]>,
  { works, urls, prefix }: TextSurroundings,
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
  const list = element('ol', { class: 'notes' }, items)
  const body = [part('endnotes', 'doc-endnotes', 'Anmerkungen', [list])]
  suit(body)
  const { language } = text
  const file = `${prefix}anmerkungen.xhtml`
  return [{ file, language, title: 'Anmerkungen', body, landmark: 'endnotes' }]
}

const back = (label: string, i: number) =>
  i === 0
    ? `zurück zu Anmerkung ${label} im Text`
    : `zurück zur ${i + 1}. Stelle von Anmerkung ${label}`
