import type { Element } from 'xast'
import { visit } from 'unist-util-visit'
import { workId } from '../../contract/ids.ts'
import { licenceUrl } from '../../citation/index.ts'
import type { EditionData, Rights, Text, Work } from '../../edition/model/model.ts'
import { workElement } from './bibliography.ts'
import { tei } from './element.ts'

export interface HeaderData {
  meta: Pick<EditionData, 'title' | 'editors'>
  /** Absolute address of the text. */
  address: string
  /** The printed version, if the text has one in the bibliography. */
  printed: Work | undefined
}

/** TEI distinguishes three statuses; a text for teaching alone is restricted. */
const statuses: Record<Rights['status'], string> = {
  open: 'free',
  licensed: 'free',
  'teaching-only': 'restricted',
  unknown: 'unknown',
}

/** Metadata of a text: titles and persons, rights, source, rules of the encoding, languages, versions. */
export function header(text: Text, data: HeaderData): Element {
  return tei(
    'teiHeader',
    {},
    tei(
      'fileDesc',
      {},
      titleStatement(text, data),
      tei('editionStmt', {}, tei('edition', { n: text.version }, `Fassung ${text.version}`)),
      publicationStatement(text, data),
      tei(
        'sourceDesc',
        {},
        data.printed ? workElement(data.printed, null) : tei('p', {}, sourceOf(text)),
      ),
    ),
    tei('encodingDesc', {}, tei('editorialDecl', {}, ...rules.map((rule) => tei('p', {}, rule)))),
    profile(text),
    ...(text.history
      ? [
          tei(
            'revisionDesc',
            {},
            ...text.history.versions
              .toReversed()
              .map((version) => tei('change', { n: version }, `Fassung ${version}`)),
          ),
        ]
      : []),
  )
}

const sourceOf = ({ rights }: Text): string => rights.source ?? 'Für diese Ausgabe geschrieben.'

const rules = [
  'Anführungszeichen und Genderstern stehen als Zeichen im Text, wie der Text sie hat.',
  'Anmerkungen (note) stehen an der Stelle ihres ersten Rufs, ihre Nummer in n. Die Nummern der Absätze (n in p und quote) bleiben über alle Fassungen dieselben.',
  `Verweise auf Werke (ref mit target #${workId('…')}) führen ins Verzeichnis der Literatur; als type="citation" hat die Ausgabe ihre Wörter geschrieben, als type="work" stehen sie so im Text.`,
  'Begriffe (term) führen zu den Glossen der Ausgabe; die Glossen gehören nicht zum Text.',
]

function titleStatement({ title, subtitle, author }: Text, { meta }: HeaderData): Element {
  return tei(
    'titleStmt',
    {},
    tei('title', { type: 'main' }, title),
    ...(subtitle ? [tei('title', { type: 'sub' }, subtitle)] : []),
    ...author.map((name) => tei('author', {}, name)),
    ...meta.editors.map((editor) => tei('editor', {}, editor)),
  )
}

function publicationStatement({ date, doi, rights }: Text, { meta, address }: HeaderData): Element {
  const target = licenceUrl(rights.licence)
  const sentences = [
    ...(rights.holder ? [`Rechte: ${rights.holder}.`] : []),
    ...(rights.basis ? [rights.basis] : []),
    ...(rights.changes ? [`Änderungen: ${rights.changes}.`] : []),
  ]
  const paragraphs = sentences.map((sentence) => tei('p', {}, sentence))
  return tei(
    'publicationStmt',
    {},
    tei('publisher', {}, meta.title),
    ...(date ? [tei('date', { when: date })] : []),
    tei(
      'availability',
      { status: statuses[rights.status] },
      ...(rights.licence
        ? [
            tei(
              'licence',
              { target },
              ...(paragraphs.length
                ? [tei('p', {}, rights.licence), ...paragraphs]
                : [rights.licence]),
            ),
          ]
        : paragraphs.length
          ? paragraphs
          : [tei('p', {}, `Status der Rechte: ${rights.status}.`)]),
    ),
    tei('idno', { type: 'URI' }, address),
    ...(doi ? [tei('idno', { type: 'DOI' }, doi)] : []),
  )
}

function profile({ abstract, language, tree }: Text): Element {
  const languages = new Set([language])
  visit(tree, 'foreign', (node) => void languages.add(node.language))
  return tei(
    'profileDesc',
    {},
    ...(abstract ? [tei('abstract', {}, tei('p', {}, abstract))] : []),
    tei('langUsage', {}, ...[...languages].map((ident) => tei('language', { ident }))),
  )
}
