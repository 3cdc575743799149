/** A flow of paragraphs → blocks: lists, quotations, stanzas, captions. */
import type { Block, Passage, Point, Remark } from '../../imported-text.ts'
import { quoted, remark } from '../../report/remark.ts'
import type { FlowItem, FlowParagraph } from './flow.ts'
import { isEmpty, joined, withPointsBefore, withPointsBehind } from './passages.ts'

/** Nested deeper than this, lists and quotations are flattened. */
const mostLevels = 6

export function assemble(flow: readonly FlowItem[], remarks: Remark[]): Block[] {
  return new Assembly(remarks).blocks(withoutEmptyParagraphs(flow))
}

class Assembly {
  readonly #remarks: Remark[]

  constructor(remarks: Remark[]) {
    this.#remarks = remarks
  }

  blocks(items: readonly FlowItem[]): Block[] {
    const blocks: Block[] = []
    for (let i = 0; i < items.length;) {
      const item = items[i]!
      const end = groupEnd(items, i)
      const group = items.slice(i, end) as FlowParagraph[]
      if (item.kind === 'block') blocks.push(item.block)
      else if (item.list) blocks.push(...this.#lists(group, 0))
      else if (item.role === 'quote')
        blocks.push({ kind: 'quote', blocks: group.flatMap((one) => this.#paragraph(one)) })
      else if (item.role === 'verse')
        blocks.push({ kind: 'verse', lines: group.flatMap(({ lines }) => lines) })
      else if (item.role === 'heading') blocks.push(this.#heading(item))
      else if (!this.#isCaptionOf(blocks.at(-1), item)) blocks.push(...this.#paragraph(item))
      i = end
    }
    return blocks
  }

  #heading({ lines, level }: FlowParagraph): Block {
    return { kind: 'heading', level, content: joined(lines) }
  }

  /** Line breaks are kept; two of them in a row divide paragraphs. */
  #paragraph({ lines }: FlowParagraph): Block[] {
    const parts: Passage[][] = [[]]
    for (const line of lines)
      if (isEmpty(line)) parts.push([])
      else if (line.text === '' && parts.at(-1)!.length > 0)
        parts.at(-1)!.push(withPointsBehind(parts.at(-1)!.pop()!, line.points))
      else parts.at(-1)!.push(line)
    return parts
      .filter((part) => part.length > 0)
      .map((part): Block =>
        part.length === 1
          ? { kind: 'paragraph', content: part[0]! }
          : { kind: 'lines', lines: part },
      )
  }

  /** A caption directly after its figure belongs to the figure; other captions stay paragraphs. */
  #isCaptionOf(before: Block | undefined, { role, lines, at }: FlowParagraph): boolean {
    if (before?.kind !== 'figure' || before.caption !== null) return false
    const caption = joined(lines)
    if (role !== 'caption' && !looksLikeCaption.test(caption.text)) return false
    before.caption = caption
    const sentence = `Als Bildunterschrift gelesen: ${quoted(caption.text)}.`
    this.#remarks.push(remark('paragraphs', at, sentence))
    return true
  }

  /** Paragraphs of lists that follow each other; a deeper level is part of the item before it. */
  #lists(items: readonly FlowParagraph[], depth: number): Block[] {
    const [first] = items
    if (!first?.list) return []
    const level = Math.min(...items.flatMap(({ list }) => (list ? [list.level] : [])))
    const blocks: Block[] = []
    let own: FlowParagraph[][] = []
    const close = () => {
      const [{ list } = first] = own[0] ?? []
      if (own.length === 0) return
      const content = own.map((part) => this.#item(part, depth))
      if (depth >= mostLevels) blocks.push(...content.flat())
      else blocks.push({ kind: 'list', start: list?.number ?? null, items: content })
      own = []
    }
    for (const item of items) {
      const begins = item.list !== null && (item.list.level === level || own.length === 0)
      if (begins && !continues(own.at(-1)?.[0], item, own.length)) close()
      if (begins) own.push([item])
      else own.at(-1)!.push(item)
    }
    close()
    return blocks
  }

  /** An item: its paragraphs, then the lists inside it. */
  #item([first, ...rest]: readonly FlowParagraph[], depth: number): Block[] {
    const nested = rest.findIndex(({ list }) => list !== null)
    const own = nested < 0 ? rest : rest.slice(0, nested)
    const inner = nested < 0 ? [] : rest.slice(nested)
    return [first!, ...own]
      .flatMap((item) => this.#paragraph(item))
      .concat(this.#lists(inner, depth + 1))
  }
}

const looksLikeCaption =
  /^[[(]?(?:Abb(?:ildung|\.)|Bild|Fig(?:ur|ure|\.)|Gra(?:f|ph)ik|Foto|Diagramm|Karte)\s*\d+/u

/** Whether an item goes on with the list that ends with `last`, which has `count` items. */
function continues(last: FlowParagraph | undefined, next: FlowParagraph, count: number): boolean {
  if (!last?.list || !next.list || count === 0) return false
  const [a, b] = [last.list, next.list]
  if (a.level !== b.level) return true
  if ((a.number === null) !== (b.number === null)) return false
  return b.number === null || b.number === a.number! + 1
}

/** Index after the last item of the group that begins at `from`. */
function groupEnd(items: readonly FlowItem[], from: number): number {
  const first = items[from]!
  let end = from + 1
  if (first.kind !== 'paragraph') return end
  const isIn = (item: FlowItem | undefined): boolean =>
    item?.kind === 'paragraph' &&
    (first.list
      ? item.list !== null || (item.role === 'continuation' && item.list === null)
      : item.list === null &&
        item.role === first.role &&
        // An empty line divides stanzas.
        (first.role === 'quote' || (first.role === 'verse' && item.afterBlank !== true)))
  while (isIn(items[end])) end += 1
  return end
}

/** Drops paragraphs without words; pages and calls in them move to the words after or before them. */
function withoutEmptyParagraphs(flow: readonly FlowItem[]): FlowItem[] {
  const kept: FlowItem[] = []
  let waiting: Point[] = []
  let afterBlank = false
  for (const item of flow) {
    if (item.kind === 'block') {
      afterBlank = false
      kept.push(item)
      continue
    }
    const lines = trimmed(item.lines)
    if (lines.every(({ text }) => text === '')) {
      afterBlank = true
      const points = lines.flatMap((line) => line.points)
      const calls = points.filter(({ kind }) => kind === 'call')
      const before = kept.findLast((one) => one.kind === 'paragraph')
      if (before && calls.length > 0) {
        before.lines = before.lines.with(-1, withPointsBehind(before.lines.at(-1)!, calls))
        waiting.push(...points.filter(({ kind }) => kind !== 'call'))
      } else waiting.push(...points)
      continue
    }
    const first = lines.findIndex(({ text }) => text !== '')
    const early = lines.slice(0, first).flatMap((line) => line.points)
    const rest = lines.slice(first)
    rest[0] = withPointsBefore(rest[0]!, [...waiting, ...early])
    waiting = []
    kept.push({ ...item, lines: rest, afterBlank })
    afterBlank = false
  }
  const last = kept.findLast((one) => one.kind === 'paragraph')
  if (last && waiting.length > 0)
    last.lines = last.lines.with(-1, withPointsBehind(last.lines.at(-1)!, waiting))
  return kept
}

/** Without empty lines at either end. */
function trimmed(lines: readonly Passage[]): Passage[] {
  const from = lines.findIndex((line) => !isEmpty(line))
  const to = lines.findLastIndex((line) => !isEmpty(line))
  return from < 0 ? [] : lines.slice(from, to + 1)
}
