import type { Element, ElementContent, Root } from 'hast'
import { toXast } from 'hast-util-to-xast'
import { toXml } from 'xast-util-to-xml'
import { element, text } from '../html/element.ts'

/** A file of an EPUB. */
export interface Document {
  /** Its name: `abschnitt-3.xhtml`. */
  file: string
  title: string
  /** BCP 47. */
  language: string
  body: ElementContent[]
  /** What it is, where reading systems lead to it („Orientierung“). */
  landmark?: 'titlepage' | 'bodymatter' | 'endnotes' | 'glossary' | 'bibliography'
}

/** A document as XHTML. */
export function xhtml({ title, language, body }: Document): string {
  const root: Root = {
    type: 'root',
    children: [
      element(
        'html',
        {
          xmlns: 'http://www.w3.org/1999/xhtml',
          'xmlns:epub': 'http://www.idpf.org/2007/ops',
          lang: language,
          'xml:lang': language,
        },
        [
          element('head', {}, [
            element('title', {}, [text(title)]),
            element('link', { rel: 'stylesheet', href: 'edition.css' }, []),
          ]),
          element('body', {}, body),
        ],
      ),
    ],
  }
  return `<?xml version="1.0" encoding="UTF-8"?>\n<!DOCTYPE html>\n${toXml(toXast(root))}\n`
}

/** A section with the meaning that reading systems know, in `epub:type` and as a role. */
export const part = (
  type: string,
  role: string,
  heading: string,
  content: ElementContent[],
): Element =>
  element('section', { 'epub:type': type, role, 'aria-label': heading }, [
    element('h1', {}, [text(heading)]),
    ...content,
  ])
