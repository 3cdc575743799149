import { addAll } from '../../add-all.ts'
import type { Remark } from '../../imported-text.ts'
import { quoted, question, remark } from '../../report/remark.ts'
import { DamagedPart } from '../package.ts'
import { unheeded } from '../office/unheeded.ts'
import { finish, type OfficeNote } from '../office/finish.ts'
import { counted } from '../office/tally.ts'
import { stopped, type Reader } from '../reader.ts'
import { childOf, descendants, elementsIn, plainTextIn, textIn, type XmlElement } from '../xml.ts'
import { accepted } from './accepted.ts'
import { WordDocument } from './document.ts'
import { completeFields } from './fields.ts'
import { notesIn, type CalledNote, type NoteKind } from './notes.ts'
import { Parts } from './parts.ts'
import { wordSourceLines } from './source-words.ts'
import { Story } from './story.ts'

/** Word’s format, DOCX. */
export const readDocx: Reader = ({ file, bytes }, options) => {
  try {
    const parts = new Parts(bytes)
    const document = new WordDocument(parts, options, customProperties(parts))
    const body = childOf(document.main, 'w:body')
    if (!body) throw new DamagedPart('it has no body', parts.main)
    const flow = new Story(document, storyOf(document.main, parts.main, null)).flow(body)
    const notes = readNotes(document)
    const remarks: Remark[] = []
    const core = coreProperties(parts)
    const text = finish(
      {
        file,
        slug: options.slug,
        flow,
        notes,
        works: document.citations.works,
        pictures: document.pictures.pictures,
        properties: core,
      },
      remarks,
    )
    const found = [
      ...document.remarks,
      ...document.tally.remarks,
      ...document.notes.remarks,
      ...remarks,
      ...changesIn(document),
      ...commentsIn(document),
      ...headsAndFeet(document),
      ...pagesIn(document),
      ...restartsIn(document),
      ...unheeded(options),
    ]
    return {
      text,
      remarks: found,
      problems: [],
      source: { lines: document.source, signs: [], notesInOrder: false },
    }
  } catch (error) {
    if (error instanceof DamagedPart) return stopped([error.problem(file, 'DOCX')])
    throw error
  }
}

function storyOf(root: XmlElement, relations: string, part: string | null) {
  const paragraphs = [...descendants(root)].filter(({ name }) => name === 'w:p')
  return {
    part,
    relations,
    numbers: new Map(paragraphs.map((paragraph, i) => [paragraph, i + 1])),
    fields: completeFields(root),
  }
}

function readNotes(document: WordDocument): OfficeNote[] {
  const found: Record<NoteKind, ReturnType<typeof notesPart>> = {
    footnote: notesPart(document, 'footnotes'),
    endnote: notesPart(document, 'endnotes'),
  }
  const notes: OfficeNote[] = []
  // Reading a note may find calls of others.
  for (let i = 0; i < document.notes.called.length; i += 1)
    notes.push(readNote(document, document.notes.called[i]!, found))
  for (const kind of ['footnote', 'endnote'] as const)
    for (const [id, element] of found[kind]?.notes ?? []) {
      const isCalled = document.notes.called.some((note) => note.kind === kind && note.id === id)
      const words = textIn(element).trim()
      if (!isCalled && words !== '')
        document.remarks.push(
          question(
            'notes',
            { kind: 'paragraph', part: found[kind]!.name, paragraph: 1 },
            `Eine Anmerkung wird nirgends aufgerufen und ist weggelassen: ${quoted(words, 200)}.`,
            { leftOut: words },
          ),
        )
    }
  return notes
}

function notesPart(document: WordDocument, type: string) {
  const part = document.parts.named(type)
  if (!part) return null
  addAll(document.source, wordSourceLines(part.root, part.name))
  const root = accepted(part.root, document.changes)
  return { name: part.name, notes: notesIn(root), story: storyOf(root, part.name, part.name) }
}

function readNote(
  document: WordDocument,
  { kind, id, label, at, mark }: CalledNote,
  found: Record<NoteKind, ReturnType<typeof notesPart>>,
): OfficeNote {
  const part = found[kind]
  const element = part?.notes.get(id)
  const flow = part && element ? new Story(document, part.story).flow(element) : []
  return { label, kind, at, flow, mark }
}

function changesIn({ changes }: WordDocument): Remark[] {
  const { inserted, deleted, moved } = changes
  const parts = [
    inserted && counted(inserted, 'Einfügung', 'Einfügungen'),
    deleted && counted(deleted, 'Löschung', 'Löschungen'),
    moved && counted(moved, 'Verschiebung', 'Verschiebungen'),
  ].filter(Boolean)
  if (parts.length === 0) return []
  return [
    remark('paragraphs', first, `Nachverfolgte Änderungen sind angenommen: ${parts.join(', ')}.`),
  ]
}

const first = { kind: 'paragraph', part: null, paragraph: 1 } as const

function commentsIn({ parts, main }: WordDocument): Remark[] {
  const part = parts.named('comments')
  if (!part) return []
  const places = placesOfComments(main)
  return elementsIn(part.root).flatMap((element) => {
    const { 'w:id': id = '', 'w:author': author = '' } = element.attributes
    const words = elementsIn(element).map(textIn).join(' ').replace(/\s+/g, ' ').trim()
    const { paragraph, about } = places.get(id) ?? { paragraph: 1, about: '' }
    if (words === '') return []
    const sentence = `Kommentar${author ? ` von ${author}` : ''}${about ? ` zu ${quoted(about)}` : ''}, nicht im Text: ${quoted(words, 500)}.`
    return [remark('dropped', { ...first, paragraph }, sentence)]
  })
}

/** Paragraph and words that comments are about. */
function placesOfComments(main: XmlElement): Map<string, { paragraph: number; about: string }> {
  const places = new Map<string, { paragraph: number; about: string }>()
  const open = new Set<string>()
  let paragraph = 0
  for (const element of descendants(main)) {
    const id = element.attributes['w:id'] ?? ''
    if (element.name === 'w:p') paragraph += 1
    else if (element.name === 'w:commentRangeStart') {
      open.add(id)
      places.set(id, { paragraph, about: '' })
    } else if (element.name === 'w:commentRangeEnd') open.delete(id)
    else if (element.name === 'w:commentReference' && !places.has(id))
      places.set(id, { paragraph, about: '' })
    else if (element.name === 'w:t')
      for (const one of open) places.get(one)!.about += textIn(element)
  }
  return places
}

function headsAndFeet({ parts }: WordDocument): Remark[] {
  const named = [
    ['header', 'Kopfzeilen'],
    ['footer', 'Fußzeilen'],
  ] as const
  return named.flatMap(([type, name]) => {
    const words = [...new Set(parts.all(type).map((part) => shownText(parts.xml(part))))].filter(
      Boolean,
    )
    if (words.length === 0) return []
    return [
      remark(
        'dropped',
        first,
        `${name} sind weggelassen: ${words.map((one) => quoted(one)).join(', ')}.`,
      ),
    ]
  })
}

function shownText(root: XmlElement | null): string {
  if (!root) return ''
  const texts = [...descendants(root)].filter(({ name }) => name === 'w:t')
  return texts.map(textIn).join(' ').replace(/\s+/g, ' ').trim()
}

function pagesIn({ pages, options }: WordDocument): Remark[] {
  if (options.firstPage !== null)
    return pages > 0
      ? []
      : [
          question(
            'pages',
            first,
            'Die Datei enthält keine Seitenumbrüche, wie Word sie beim Speichern vermerkt; `--first-page` bleibt ohne Wirkung.',
          ),
        ]
  if (pages === 0) return []
  return [
    remark(
      'pages',
      first,
      `Die Datei vermerkt ${counted(pages, 'Seitenumbruch', 'Seitenumbrüche')}. Ohne die Zahl der ersten Seite (\`--first-page\`) sind sie weggelassen.`,
    ),
  ]
}

/** Notes that the file counts anew on each page or in each section. */
function restartsIn({ parts, main, notes }: WordDocument): Remark[] {
  if (notes.called.length === 0) return []
  const settings = parts.named('settings')
  const elements = [main, ...(settings ? [settings.root] : [])].flatMap((root) => [
    ...descendants(root),
  ])
  const restart = elements.find(
    ({ name, attributes }) => name === 'w:numRestart' && /^each/.test(attributes['w:val'] ?? ''),
  )
  const start = elements.find(
    ({ name, attributes }) => name === 'w:numStart' && (attributes['w:val'] ?? '1') !== '1',
  )
  if (!restart && !start) return []
  const how = restart
    ? `beginnt sie ${restart.attributes['w:val'] === 'eachPage' ? 'auf jeder Seite' : 'in jedem Abschnitt'} neu`
    : `beginnt sie mit ${start!.attributes['w:val']}`
  return [remark('notes', first, `Die Zählung der Anmerkungen geht durch; in der Datei ${how}.`)]
}

function coreProperties(parts: Parts): { title: string; author: string } {
  const named = [...parts.relations('').values()].find(({ type }) => type === 'core-properties')
  const root = named ? parts.xml(named.target) : null
  const value = (name: string) => plainTextIn(root && childOf(root, name))
  return { title: value('dc:title'), author: value('dc:creator') }
}

/** By name; reference managers keep long data in several of them. */
function customProperties(parts: Parts): Map<string, string> {
  const named = [...parts.relations('').values()].find(({ type }) => type === 'custom-properties')
  const root = parts.xml(named?.target ?? 'docProps/custom.xml')
  return new Map(
    (root ? elementsIn(root) : []).flatMap((element): [string, string][] => {
      const { name } = element.attributes
      return name === undefined ? [] : [[name, textIn(element)]]
    }),
  )
}
