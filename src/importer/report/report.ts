import type { ImportedText, Remark, Topic } from '../imported-text.ts'
import { comparePositions } from '../import-position.ts'
import type { Resolution } from '../apparatus/references/resolve.ts'
import type { Format } from '../readers/formats.ts'
import { byDoubt } from './doubt.ts'
import { formatNames } from './format-names.ts'
import { namesOf } from './places.ts'
import { literal, referenceTable, workTable } from './tables.ts'

const topics: Record<Topic, string> = {
  head: 'Titelei',
  headings: 'Überschriften',
  paragraphs: 'Absätze',
  quotes: 'Blockzitate',
  hyphens: 'Trennungen',
  pages: 'Seiten',
  dropped: 'Weggelassenes',
  moved: 'Umgestelltes',
  characters: 'Zeichen',
  languages: 'Sprachen',
  notes: 'Anmerkungen',
  works: 'Werke',
  references: 'Verweise',
}

export interface Imported {
  format: Format
  text: ImportedText
  resolution: Resolution
  remarks: readonly Remark[]
}

export interface Counts {
  paragraphs: number
  quotes: number
  headings: number
  notes: number
  works: number
  references: number
  questions: number
}

export function countsOf({ text, resolution, remarks }: Imported): Counts {
  const count = (sought: string) => text.blocks.filter(({ kind }) => kind === sought).length
  return {
    paragraphs: count('paragraph'),
    quotes: count('quote'),
    headings: count('heading'),
    notes: text.notes.length,
    works: resolution.works.length,
    references: resolution.references.length,
    questions: remarks.filter(({ question }) => question).length,
  }
}

/** Report for the editor: the importer's decisions and questions, with their positions in the source. */
export function writeReport(imported: Imported): string {
  const { format, text, resolution, remarks } = imported
  const { name, places } = formatNames[format]
  const counts = countsOf(imported)
  const asked = remarks.filter(({ question }) => question)
  const decided = remarks.filter(({ question }) => !question)
  return [
    `# Importbericht: ${text.head.title}`,
    `${name}: \`${text.file.replace(/^.*[\\/]/, '')}\`. ${places}`,
    [
      `- ${number(counts.paragraphs, 'Absatz', 'Absätze')}, ${number(counts.quotes, 'Blockzitat', 'Blockzitate')}, ${number(counts.headings, 'Überschrift', 'Überschriften')}`,
      `- ${number(counts.notes, 'Anmerkung', 'Anmerkungen')} mit ${number(counts.references, 'Verweis', 'Verweisen')} auf ${number(counts.works, 'Werk', 'Werke')}`,
      `- ${number(counts.questions, 'Frage', 'Fragen')}`,
    ].join('\n'),
    '## Fragen',
    asked.length ? toAnswer : 'Keine.',
    ...byTopic(byDoubt(asked), mostDoubtful, longestList, answersWith(resolution)),
    '## Entscheidungen',
    ...byTopic(
      decided.toSorted((a, b) => comparePositions(a.at, b.at)),
      Object.keys(topics) as Topic[],
      Infinity,
    ),
    '## Verweise und Werke',
    ...tablesOf(resolution),
  ].join('\n\n')
}

function tablesOf(resolution: Resolution): string[] {
  const tables = [referenceTable(resolution), workTable(resolution)].filter(Boolean)
  return tables.length > 0 ? tables : ['Keine.']
}

const toAnswer =
  'Hier war der Import nicht sicher. Bitte im Text nachsehen: Was stimmt, bleibt, wie es ist; was nicht stimmt, wird dort berichtigt. In diesem Bericht ist nichts auszufüllen.'

/** How questions of a kind are answered in the text. */
const answersWith = ({ works }: Resolution): Partial<Record<Topic, string>> => ({
  references:
    works.length > 0
      ? 'Ist ein Werk gemeint, wird aus seinen Wörtern `[Wörter](work:SCHLÜSSEL)`; die Schlüssel stehen am Ende dieses Berichts. Ist keines gemeint, ist nichts zu tun.'
      : 'Ist ein Werk gemeint, kommt es in die Bibliographie der Ausgabe, und aus seinen Wörtern wird `[Wörter](work:SCHLÜSSEL)`; der Schlüssel ist seine `id`, oder `npm run check` nennt ihn. Ist keines gemeint, ist nichts zu tun.',
})

const number = (count: number, one: string, several: string): string =>
  `${count} ${count === 1 ? one : several}`

/** Questions of a kind that fit on a screen. */
const longestList = 25

/** Kinds of questions: first those about words that may be lost or at the wrong place. */
const mostDoubtful = [
  ...new Set<Topic>(['dropped', 'moved', 'notes', ...(Object.keys(topics) as Topic[])]),
]

/** Groups remarks by topic and merges those with the same text; of more than `most` only the number is given. */
function byTopic(
  remarks: readonly Remark[],
  order: readonly Topic[],
  most: number,
  said: Partial<Record<Topic, string>> = {},
): string[] {
  return order.flatMap((topic) => {
    const own = remarks.filter((remark) => remark.topic === topic)
    const sentences = [...Map.groupBy(own, ({ text }) => text)].map(([text, same]) => {
      const places = same.map(({ at }) => at).sort(comparePositions)
      return `- ${namesOf(places)}: ${literal(text)}`
    })
    const rest = sentences.length - most
    const shown =
      rest > 0
        ? [
            ...sentences.slice(0, most),
            `- … und ${number(rest, 'weitere Frage', 'weitere Fragen')} dieser Art.`,
          ]
        : sentences
    return shown.length > 0
      ? [`### ${topics[topic]}`, ...(said[topic] ? [said[topic]] : []), shown.join('\n')]
      : []
  })
}
