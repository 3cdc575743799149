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
  /** The item of a list that the next paragraph may belong to. */
  let open: FlowParagraph | null = null
  return flow.map((item): FlowItem => {
    if (item.kind === 'block') {
      open = null
      return item
    }
    if (item.lines.every(isEmpty)) return item
    if (item.list || item.role === 'continuation') {
      if (item.list) open = item
      return item
    }
    const [list, indent] = [open as FlowParagraph | null, item.indent]
    if (item.role !== 'plain' || indent === null || indent - usual < least) {
      open = null
      return item
    }
    const belongs = list && (list.indent === indent || list.list?.id === listOf(next.get(item))?.id)
    if (belongs) return { ...item, role: 'continuation' }
    open = null
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
    if (item.kind === 'paragraph' && !item.list && item.indent !== null)
      lengths.set(item.indent, (lengths.get(item.indent) ?? 0) + joined(item.lines).text.length)
  const [most] = [...lengths].sort((a, b) => b[1] - a[1])
  return most?.[0] ?? 0
}
