/** What a word processor's file shows without saying it: dropped lists of contents, headings without a style. */
import type { Remark } from '../../imported-text.ts'
import { quoted, question, remark } from '../../report/remark.ts'
import type { FlowItem, FlowParagraph } from './flow.ts'
import { joined } from './passages.ts'

const mostExamples = 5

/** Drops lines of a list of contents, which the edition makes itself. */
export function withoutContents(flow: readonly FlowItem[], remarks: Remark[]): FlowItem[] {
  const lines = flow.filter(isContents)
  const words = lines.map(textOf).filter(Boolean)
  if (words.length > 0) {
    const sentence = `Weggelassen: ein Inhaltsverzeichnis (${examples(words)}).`
    remarks.push(remark('dropped', lines[0]!.at, sentence, { leftOut: words.join('\n') }))
  }
  // What stands in it besides words moves to the next paragraph.
  return flow.map((item) =>
    isContents(item) ? { ...item, role: 'plain', lines: item.lines.map(withoutWords) } : item,
  )
}

const isContents = (item: FlowItem): item is FlowParagraph =>
  item.kind === 'paragraph' && item.role === 'contents'

const withoutWords = ({ points }: FlowParagraph['lines'][number]) => ({
  text: '',
  positions: [],
  marks: [],
  points: points.map((point) => ({ ...point, index: 0 })),
})

/** Asks about short paragraphs in bold type, which may be headings, and about raised numbers that may be notes. */
export function askAboutLooks(flow: readonly FlowItem[], notes: number, remarks: Remark[]): void {
  const paragraphs = flow.filter((item) => item.kind === 'paragraph')
  const bold = paragraphs.filter(looksLikeHeading)
  if (bold.length > 0)
    remarks.push(
      question(
        'headings',
        bold[0]!.at,
        `${bold.length === 1 ? 'Ein kurzer Absatz ist' : `${bold.length} kurze Absätze sind`} ganz fett gesetzt, ohne Formatvorlage einer Überschrift: ${examples(bold.map(textOf))}. Sind es Überschriften, ist \`## \` davorzusetzen.`,
      ),
    )
  const raised = paragraphs.filter(({ lines }) => lines.some(hasRaisedNumber))
  if (notes === 0 && raised.length > 1)
    remarks.push(
      question(
        'notes',
        raised[0]!.at,
        `Die Datei enthält keine Fußnoten, aber hochgestellte Zahlen (${raised.length} Absätze). Sind es Anmerkungen von Hand, sind sie in \`[^1]\` zu verwandeln.`,
      ),
    )
}

function looksLikeHeading(paragraph: FlowParagraph): boolean {
  const { text, marks } = joined(paragraph.lines)
  return (
    paragraph.role === 'plain' &&
    !paragraph.list &&
    text.length > 1 &&
    text.length < 100 &&
    !/[.,;:]$/.test(text) &&
    /\p{L}/u.test(text) &&
    marks.some(({ kind, from, to }) => kind === 'strong' && from === 0 && to === text.length)
  )
}

const hasRaisedNumber = ({ text, marks }: FlowParagraph['lines'][number]): boolean =>
  marks.some(
    ({ kind, from, to }) =>
      kind === 'superscript' && from > 0 && /^\d{1,3}$/.test(text.slice(from, to)),
  )

const textOf = ({ lines }: FlowParagraph): string => joined(lines).text

function examples(words: readonly string[]): string {
  const shown = words.slice(0, mostExamples).map((one) => quoted(one))
  return `${shown.join(', ')}${words.length > mostExamples ? ' …' : ''}`
}
