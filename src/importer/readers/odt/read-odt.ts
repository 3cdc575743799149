import type { Remark } from '../../imported-text.ts'
import { quoted, question, remark } from '../../report/remark.ts'
import { finish } from '../office/finish.ts'
import { unheeded } from '../office/unheeded.ts'
import { DamagedPart } from '../package.ts'
import { counted } from '../office/tally.ts'
import { stopped, type Reader } from '../reader.ts'
import { childOf, descendants, plainTextIn } from '../xml.ts'
import { OdtDocument } from './document.ts'
import { odtSourceLines } from './source-words.ts'
import { Story } from './story.ts'

const first = { kind: 'paragraph', part: null, paragraph: 1 } as const

/** The format of LibreOffice and OpenOffice, ODT. */
export const readOdt: Reader = ({ file, bytes }, options) => {
  try {
    const document = new OdtDocument(bytes, options)
    const body = childOf(document.content, 'office:body')
    const text = body && childOf(body, 'office:text')
    if (!text) throw new DamagedPart('it has no text', 'content.xml')
    const flow = new Story(document, first, false).flow(text)
    const source = { lines: odtSourceLines(text), signs: [], notesInOrder: true }
    const { properties, citations, pictures, notes } = document
    const remarks: Remark[] = []
    const read = finish(
      {
        file,
        slug: options.slug,
        flow,
        notes,
        works: citations.works,
        pictures: pictures.pictures,
        properties: {
          title: properties.get('dc:title') ?? '',
          author: properties.get('meta:initial-creator') ?? properties.get('dc:creator') ?? '',
        },
      },
      remarks,
    )
    const found = [
      ...document.remarks,
      ...document.tally.remarks,
      ...document.labels.remarks,
      ...remarks,
      ...headsAndFeet(document),
      ...pagesIn(document),
      ...unheeded(options),
    ]
    return { text: read, remarks: found, problems: [], source }
  } catch (error) {
    if (error instanceof DamagedPart) return stopped([error.problem(file, 'ODT')])
    throw error
  }
}

function headsAndFeet({ common }: OdtDocument): Remark[] {
  if (!common) return []
  const named = [
    [/^style:header/, 'Kopfzeilen'],
    [/^style:footer/, 'Fußzeilen'],
  ] as const
  const holders = [...descendants(common)].filter(({ name }) => name === 'style:master-page')
  return named.flatMap(([sign, what]) => {
    const elements = holders.flatMap((holder) =>
      [...descendants(holder)].filter(({ name }) => sign.test(name)),
    )
    const words = elements.map(plainTextIn)
    const shown = [...new Set(words)].filter(Boolean)
    if (shown.length === 0) return []
    return [
      remark(
        'dropped',
        first,
        `${what} sind weggelassen: ${shown.map((one) => quoted(one)).join(', ')}.`,
      ),
    ]
  })
}

function pagesIn({ pages, options }: OdtDocument): Remark[] {
  if (pages > 0 && options.firstPage === null)
    return [
      remark(
        'pages',
        first,
        `Die Datei vermerkt ${counted(pages, 'Seitenumbruch', 'Seitenumbrüche')}. Ohne die Zahl der ersten Seite (\`--first-page\`) sind sie weggelassen.`,
      ),
    ]
  if (pages === 0 && options.firstPage !== null)
    return [
      question(
        'pages',
        first,
        'Die Datei enthält keine Seitenumbrüche, wie das Programm sie beim Speichern vermerkt; `--first-page` bleibt ohne Wirkung.',
      ),
    ]
  return []
}
