/** Lists of contents in a word processor's file. */
import type { Remark } from '../../imported-text.ts'
import { remark, someQuoted } from '../../report/remark.ts'
import type { FlowItem, FlowParagraph } from './flow.ts'
import { joined } from './passages.ts'

/** Drops lines of a list of contents, which the edition makes itself. */
export function withoutContents(flow: readonly FlowItem[], remarks: Remark[]): FlowItem[] {
  const lines = flow.filter(isContents)
  const words = lines.map(textOf).filter(Boolean)
  if (words.length > 0) {
    const sentence = `Weggelassen: ein Inhaltsverzeichnis (${someQuoted(words)}).`
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

const textOf = ({ lines }: FlowParagraph): string => joined(lines).text
