/** Indented paragraphs: quotations, or more of the item of a list. */
import type { Remark } from '../../imported-text.ts'
import { quoted, remark } from '../../report/remark.ts'
import type { FlowItem, FlowParagraph } from './flow.ts'
import { isEmpty, joined } from './passages.ts'

/** From this on an indent counts, in twentieths of a point: half a centimetre. */
const least = 280

export function quotesByIndent(flow: readonly FlowItem[], remarks: Remark[]): FlowItem[] {
  const usual = usualIndent(flow)
  const worded = flow.filter((item) => item.kind === 'block' || !item.lines.every(isEmpty))
  const next = new Map(worded.map((item, i) => [item, worded[i + 1]]))
  const before = new Map(worded.map((item, i) => [item, worded[i - 1]]))
  return flow.map((item): FlowItem => {
    if (item.kind === 'block' || item.role !== 'plain' || item.lines.every(isEmpty)) return item
    if (item.indent === null || item.indent - usual < least) return item
    const [list, more] = [listOf(before.get(item)), listOf(next.get(item))]
    if (list && more && list.id === more.id) return { ...item, role: 'continuation' }
    const sentence = `Als Blockzitat gelesen, weil eingerückt: ${quoted(joined(item.lines).text)}.`
    remarks.push(remark('quotes', item.at, sentence))
    return { ...item, role: 'quote' }
  })
}

const listOf = (item: FlowItem | undefined): FlowParagraph['list'] =>
  item?.kind === 'paragraph' ? item.list : null

/** The indent of most of the text. */
function usualIndent(flow: readonly FlowItem[]): number {
  const lengths = new Map<number, number>()
  for (const item of flow)
    if (item.kind === 'paragraph' && item.indent !== null)
      lengths.set(item.indent, (lengths.get(item.indent) ?? 0) + joined(item.lines).text.length)
  const [most] = [...lengths].sort((a, b) => b[1] - a[1])
  return most?.[0] ?? 0
}
