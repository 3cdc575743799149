import type { Element, ElementContent, Root } from 'hast'
import { toXast } from 'hast-util-to-xast'
import { toXml } from 'xast-util-to-xml'
import { element, text } from '../html/element.ts'

export interface Document {
  /** Name of the file: `abschnitt-3.xhtml`. */
  file: string
  title: string
  body: ElementContent[]
}

/** A document of an EPUB, as XHTML. */
export function xhtml({ title, body }: Document, language: string): string {
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
  role: string | null,
  heading: string,
  content: ElementContent[],
  more: Record<string, string> = {},
): Element =>
  element('section', { 'epub:type': type, role, 'aria-label': heading, ...more }, [
    element('h1', {}, [text(heading)]),
    ...content,
  ])
