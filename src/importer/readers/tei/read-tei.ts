import type { ImportPosition } from '../../import-position.ts'
import type { Remark } from '../../imported-text.ts'
import { problemAt } from '../../problems.ts'
import { question, remark } from '../../report/remark.ts'
import { plainCharacters } from '../characters.ts'
import { decodeHtml } from '../html/decode.ts'
import { languageTag } from '../language-tag.ts'
import { stopped, type Reader } from '../reader.ts'
import { numberNotes } from '../tree/number-notes.ts'
import { Pictures } from '../tree/pictures.ts'
import {
  descendants,
  elementsIn,
  parseXml,
  XmlError,
  type XmlElement,
  type XmlNode,
} from '../xml.ts'
import { headOf } from './header.ts'
import { joinLines } from './line-breaks.ts'
import { readBody } from './read-body.ts'
import { teiSourceLines } from './source-words.ts'
import { worksOf } from './works.ts'

/** TEI P5: DTA base format, Dingler, letters with commentary, the edition's own, and plain TEI. */
export const readTei: Reader = ({ file, bytes, beside }, { slug, notes }) => {
  const { text: source, remarks } = decodeHtml(bytes)
  let root: XmlElement
  try {
    root = parseXml(source.replace(/^\uFEFF/, ''))
  } catch (error) {
    if (!(error instanceof XmlError)) throw error
    const { line, column, message } = error
    return stopped([problemAt({ file, line, column }, 'damaged-file', 'TEI', message)])
  }
  withoutPrefix(root)
  const documents = [root, ...descendants(root)].filter(
    ({ name }) => name === 'TEI' || name === 'TEI.2',
  )
  const [tei] = documents
  const texts = tei ? elementsIn(tei).filter(({ name }) => name === 'text') : []
  if (!tei || texts.length === 0)
    return stopped([
      problemAt({ file, line: 1, column: 1 }, 'damaged-file', 'TEI', 'it has no element <text>'),
    ])
  if (documents.length > 1)
    remarks.push(
      question(
        'dropped',
        at(documents[1]!),
        `Die Datei enthält ${documents.length} Dokumente (TEI); nur das erste ist übernommen.`,
      ),
    )
  const lines = texts.flatMap((text) => teiSourceLines(text, at))
  clean(tei, remarks)
  joinLines(tei, at, remarks)
  const head = headOf(tei, slug, remarks)
  const works = worksOf(tei)
  const pictures = new Pictures(slug, beside, remarks)
  const body = readBody(texts, {
    at,
    remarks,
    works: new Set(works.map(({ id }) => id)),
    language: languageTag(tei.attributes['xml:lang'] ?? 'de') ?? 'de',
    pictureAt: pictures.urlOf,
    withNotes: notes !== 'none',
  })
  const numbered = numberNotes(body.blocks, body.notes)
  return {
    text: {
      file,
      head,
      blocks: numbered.blocks,
      notes: numbered.notes,
      works,
      pictures: pictures.found,
    },
    remarks: [...remarks, ...numbered.remarks],
    problems: [],
    source: { lines, signs: [], notesInOrder: false },
  }
}

const at = ({ line, column }: XmlNode): ImportPosition => ({ kind: 'line', line, column })

/** `tei:p` → `p`. */
function withoutPrefix(root: XmlElement): void {
  for (const element of [root, ...descendants(root)])
    element.name = element.name.replace(/^[\w.-]+:/, '')
}

/** Dissolves ligatures and writes letters with accents as one character. */
function clean(root: XmlElement, remarks: Remark[]): void {
  let first: XmlNode | null = null
  for (const element of [root, ...descendants(root)])
    for (const child of element.children) {
      if (child.kind !== 'text') continue
      // Hyphens at line ends may be soft ones and are still needed.
      const value = child.value
        .split('\u00AD')
        .map((part) => plainCharacters(part).normalize('NFC'))
        .join('\u00AD')
      if (value !== child.value) first ??= child
      child.value = value
    }
  if (first)
    remarks.push(
      remark(
        'characters',
        at(first),
        'Ligaturen aufgelöst und zusammengesetzte Zeichen als eines geschrieben.',
      ),
    )
}
