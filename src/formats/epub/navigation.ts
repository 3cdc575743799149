import type { Element } from 'hast'
import { element, text } from '../html/element.ts'
import type { Book, Entry } from './book.ts'
import { xhtml, type Document } from './xhtml.ts'

const landmarks: Record<NonNullable<Document['landmark']>, string> = {
  titlepage: 'Titel',
  bodymatter: 'Text',
  endnotes: 'Anmerkungen',
  glossary: 'Glossen',
  bibliography: 'Literatur',
}

/** Contents, landmarks, and the pages of the printed version. */
export function navigation({ language, contents, documents, pages }: Book): string {
  const body = [
    nav('toc', 'Inhalt', contents.map(item)),
    nav('landmarks', 'Orientierung', landmarksOf(documents), true),
    ...(pages.length > 0
      ? [nav('page-list', 'Seiten der gedruckten Fassung', pages.map(item), true)]
      : []),
  ]
  return xhtml({ file: 'nav.xhtml', title: 'Inhalt', language, body })
}

function item({ href, label, inner = [] }: Entry): Element {
  const below = inner.length > 0 ? [element('ol', {}, inner.map(item))] : []
  return element('li', {}, [element('a', { href }, [text(label)]), ...below])
}

function nav(type: string, label: string, items: Element[], hidden = false): Element {
  const role = { toc: 'doc-toc', 'page-list': 'doc-pagelist' }[type]
  const properties = {
    'epub:type': type,
    role,
    'aria-label': label,
    hidden: hidden ? 'hidden' : null,
  }
  return element('nav', properties, [element('h2', {}, [text(label)]), element('ol', {}, items)])
}

/** The first document of each kind. */
function landmarksOf(documents: readonly Document[]): Element[] {
  const seen = new Set<string>()
  return documents.flatMap(({ file, landmark }) => {
    if (!landmark || seen.has(landmark)) return []
    seen.add(landmark)
    const link = element('a', { 'epub:type': landmark, href: file }, [text(landmarks[landmark])])
    return [element('li', {}, [link])]
  })
}
