import { toXml } from 'xast-util-to-xml'
import type { RootContent } from 'mdast'
import { glossId } from '../../contract/ids.ts'
import type { BibliographyEntry, Term, Text, Work } from '../../edition/model/model.ts'
import { citedEntries } from '../back-matter.ts'
import { workElement } from './bibliography.ts'
import { tei } from './element.ts'
import { createWriter } from './handlers.ts'
import { header, type HeaderData } from './header.ts'
import { onLines } from './lines.ts'

export interface TeiSurroundings extends Omit<HeaderData, 'printed'> {
  terms: readonly Term[]
  works: ReadonlyMap<string, Work>
  bibliography: readonly BibliographyEntry[]
  /** The absolute address of a link or a figure of the edition. */
  absolute: (url: string) => string
}

/** A text as TEI P5, with its glosses and the works of its notes behind it. */
export function textToTei(text: Text, around: TeiSurroundings): string {
  const notes = new Map(text.notes.map((note) => [note.identifier, note]))
  const write = createWriter({ notes, absolute: around.absolute })
  const blocks = text.tree.children
  const firstSection = blocks.findIndex(({ type }) => type === 'section')
  const opening = firstSection < 0 ? blocks : blocks.slice(0, firstSection)
  const sections = firstSection < 0 ? [] : blocks.slice(firstSection)
  const before = write(opening)
  const rest = write(sections)
  const root = tei(
    'TEI',
    { xmlns: 'http://www.tei-c.org/ns/1.0', 'xml:lang': text.language },
    header(text, { ...around, printed: around.works.get(text.printed ?? '') }),
    tei(
      'text',
      {},
      front(text),
      // In TEI a body has either divisions or paragraphs before them; the part without a heading is a division here.
      tei(
        'body',
        {},
        ...(before.length > 0 || rest.length === 0
          ? [tei('div', { type: 'opening' }, ...filled(before))]
          : []),
        ...rest,
      ),
      ...back(text, around, write),
    ),
  )
  return `<?xml version="1.0" encoding="UTF-8"?>\n${toXml(onLines(root), { closeEmptyElements: true })}\n`
}

/** No division of TEI is empty. */
const filled = <Content>(content: Content[]) => (content.length > 0 ? content : [tei('p', {})])

function front({ title, subtitle, author }: Text) {
  const parts = [
    tei('titlePart', { type: 'main' }, title),
    ...(subtitle ? [tei('titlePart', { type: 'sub' }, subtitle)] : []),
  ]
  return tei(
    'front',
    {},
    tei(
      'titlePage',
      {},
      tei('docTitle', {}, ...parts),
      tei('byline', {}, ...author.map((name) => tei('docAuthor', {}, name))),
    ),
  )
}

function back(
  text: Text,
  { terms, works, bibliography }: TeiSurroundings,
  write: (nodes: readonly RootContent[]) => ReturnType<ReturnType<typeof createWriter>>,
) {
  const used = new Set(text.occurrences.map(({ term }) => term))
  const glossed = terms.filter(({ slug }) => used.has(slug))
  const entries = citedEntries(text, bibliography).flatMap(({ key }) => {
    const work = works.get(key)
    return work ? [workElement(work)] : []
  })
  const divisions = [
    ...(glossed.length > 0
      ? [
          tei(
            'div',
            { type: 'glossary' },
            tei('head', {}, 'Glossen'),
            tei(
              'list',
              { type: 'gloss' },
              ...glossed.flatMap((term) => [
                tei('label', { 'xml:lang': term.language }, term.lemma),
                tei('item', { 'xml:id': glossId(term.slug) }, ...write(term.glossContent)),
              ]),
            ),
          ),
        ]
      : []),
    ...(entries.length > 0
      ? [
          tei(
            'div',
            { type: 'bibliography' },
            tei('head', {}, 'Literatur'),
            tei('listBibl', {}, ...entries),
          ),
        ]
      : []),
  ]
  return divisions.length > 0 ? [tei('back', {}, ...divisions)] : []
}
