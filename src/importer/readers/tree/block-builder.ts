import type { ImportPosition } from '../../import-position.ts'
import type { Block, BoxKind, MarkKind, Passage } from '../../imported-text.ts'
import { PassageBuilder } from '../passage-builder.ts'
import { joinPassages } from './join-passages.ts'

interface OpenMark {
  kind: MarkKind
  from: number
}

/** Deepest nesting of blocks; deeper ones are put into the block around them. */
const mostLevels = 9

/**
 * Builds blocks from a walk through a tree: words open a paragraph, blocks end it, marks go on over the ends of
 * paragraphs. Pages that begin between paragraphs are put before the next word.
 */
export class BlockBuilder {
  readonly #stack: Block[][] = [[]]
  #lines: PassageBuilder[] = []
  #waiting: { kind: 'page' | 'call'; label: string | null }[] = []
  #after: Block[] = []
  #marks: OpenMark[] = []
  #heading: number | null = null
  #isStanza: 'verse' | 'lines' | null = null
  /** A line of the paragraph is one of verse. */
  #isVerse = false
  /** The last line was begun by `newLine`: a break there is the same one. */
  #hasNewLine = false

  text(value: string, at: ImportPosition): void {
    if (this.#lines.length === 0 && /^\s*$/.test(value)) return
    const passage = this.#line()
    if (at.kind !== 'line') return passage.add(value, at)
    for (const [i, line] of value.split('\n').entries()) {
      if (i > 0) passage.add('\n', at)
      passage.add(line, i === 0 ? at : { kind: 'line', line: at.line + i, column: 1 })
    }
  }

  /** A line break; at the beginning of a line nothing. */
  break(): void {
    if (this.#lines.length === 0) return
    if (this.#hasNewLine && this.#lines.at(-1)!.isEmpty) {
      this.#hasNewLine = false
      return
    }
    this.#suspend()
    this.#lines.push(new PassageBuilder())
    this.#resume()
  }

  /** A line break unless a line has just begun. */
  newLine(): void {
    const line = this.#lines.at(-1)
    if (!line || line.isEmpty) return
    this.break()
    this.#hasNewLine = true
  }

  call(label: string): void {
    const line = this.#lines.at(-1)
    if (line && !line.isEmpty) line.call(label)
    else if (this.#lines.length > 1 && !this.#lines.at(-2)!.isEmpty) this.#lines.at(-2)!.call(label)
    else if (!this.#callBefore(label)) this.#waiting.push({ kind: 'call', label })
  }

  page(label: string | null): void {
    if (this.#lines.length > 0) this.#line().page(label)
    else this.#waiting.push({ kind: 'page', label })
  }

  mark(kind: MarkKind, inside: () => void): void {
    const isOpen = this.#marks.some((mark) => mark.kind.kind === kind.kind)
    if (isOpen && kind.kind !== 'lang') return inside()
    const mark = { kind, from: this.#lines.at(-1)?.open() ?? 0 }
    this.#marks.push(mark)
    inside()
    this.#close(mark)
    this.#marks = this.#marks.filter((other) => other !== mark)
  }

  /** Interrupts the marks of a kind. */
  without(kind: MarkKind['kind'], inside: () => void): void {
    const interrupted = this.#marks.filter((mark) => mark.kind.kind === kind)
    if (interrupted.length === 0) return inside()
    for (const mark of interrupted) this.#close(mark)
    this.#marks = this.#marks.filter((mark) => !interrupted.includes(mark))
    inside()
    for (const mark of interrupted) mark.from = this.#lines.at(-1)?.open() ?? 0
    this.#marks.push(...interrupted)
  }

  heading(level: number, inside: () => void): void {
    this.end()
    this.#heading = level
    inside()
    this.end()
    this.#heading = null
  }

  /** Begins a line of verse, which makes verse of the paragraph. */
  verseLine(): void {
    this.newLine()
    this.#isVerse = true
  }

  /** Lines of verse: each line is one, also a single one. */
  stanza(inside: () => void): void {
    this.#linesOf('verse', inside)
  }

  /** Lines that are kept, also a single one. */
  lines(inside: () => void): void {
    this.#linesOf('lines', inside)
  }

  #linesOf(kind: 'verse' | 'lines', inside: () => void): void {
    this.end()
    this.#isStanza = kind
    inside()
    this.end()
    this.#isStanza = null
  }

  /** A box, together with one of its kind before it; verse between speeches is spoken. */
  box(box: BoxKind, inside: () => void): void {
    const blocks = this.collect(inside)
    if (blocks.length === 0) return
    const own = this.#stack.at(-1)!
    const at = own.findLastIndex(({ kind }) => box !== 'drama' || kind !== 'verse')
    const last = own[at]
    if (last?.kind === 'box' && last.box === box) last.blocks.push(...own.splice(at + 1), ...blocks)
    else own.push({ kind: 'box', box, blocks })
  }

  nest(make: (blocks: Block[]) => Block, inside: () => void): void {
    const blocks = this.collect(inside)
    if (blocks.length === 0) return
    const own = this.#stack.at(-1)!
    if (this.#stack.length > mostLevels) own.push(...blocks)
    else own.push(make(blocks))
  }

  nestList(start: number | null, items: Block[][]): void {
    this.end()
    const own = this.#stack.at(-1)!
    if (this.#stack.length > mostLevels) own.push(...items.flat())
    else own.push({ kind: 'list', start, items })
  }

  collect(inside: () => void): Block[] {
    this.end()
    const [heading, isStanza] = [this.#heading, this.#isStanza]
    this.#heading = null
    this.#isStanza = null
    this.#stack.push([])
    inside()
    this.end()
    this.#heading = heading
    this.#isStanza = isStanza
    return this.#stack.pop()!
  }

  add(block: Block): void {
    this.end()
    this.#stack.at(-1)!.push(block)
  }

  /** Adds a block behind the paragraph that is being built. */
  addAfter(block: Block): void {
    if (this.#lines.length === 0) this.#stack.at(-1)!.push(block)
    else this.#after.push(block)
  }

  /** Ends the paragraph. */
  end(): void {
    if (this.#lines.length > 0) {
      this.#suspend()
      const lines = this.#lines.map(({ passage }) => passage)
      this.#lines = []
      for (const group of this.#groups(lines)) this.#stack.at(-1)!.push(this.#block(group))
    }
    this.#isVerse = false
    this.#stack.at(-1)!.push(...this.#after)
    this.#after = []
  }

  /** All blocks; what waits for a word that does not come is put behind the last one. */
  finish(): Block[] {
    this.end()
    const blocks = this.#stack[0]!
    const last = lastPassage(blocks)
    if (last)
      for (const { kind, label } of this.#waiting)
        appendPoint(
          last,
          kind === 'page'
            ? { kind, label, index: last.text.length }
            : { kind, label: label!, index: last.text.length },
        )
    this.#waiting = []
    return blocks
  }

  #line(): PassageBuilder {
    if (this.#lines.length === 0) {
      this.#lines.push(new PassageBuilder())
      this.#resume()
    }
    const line = this.#lines.at(-1)!
    for (const { kind, label } of this.#waiting)
      if (kind === 'page') line.page(label)
      else line.call(label!)
    this.#waiting = []
    return line
  }

  #close({ kind, from }: OpenMark): void {
    this.#lines.at(-1)?.close(kind, from)
  }
  #suspend(): void {
    for (const mark of this.#marks) this.#close(mark)
  }
  #resume(): void {
    for (const mark of this.#marks) mark.from = 0
  }

  /** Lines between empty ones; pages of empty lines go to the next. */
  #groups(lines: readonly Passage[]): Passage[][] {
    const groups: Passage[][] = [[]]
    for (const line of lines) {
      if (/\S/.test(line.text)) {
        groups.at(-1)!.push(line)
        continue
      }
      for (const point of line.points)
        if (point.kind === 'page') this.#waiting.push({ kind: 'page', label: point.label })
        else this.call(point.label)
      if (groups.at(-1)!.length > 0 && this.#heading === null) groups.push([])
    }
    return groups.filter((group) => group.length > 0)
  }

  #block(lines: Passage[]): Block {
    if (this.#heading !== null)
      return { kind: 'heading', level: this.#heading, content: joinPassages(lines, ' ') }
    if (this.#isStanza) return { kind: this.#isStanza, lines }
    if (this.#isVerse) return { kind: 'verse', lines }
    if (lines.length > 1 && !isWrappedProse(lines)) return { kind: 'lines', lines }
    return { kind: 'paragraph', content: joinPassages(lines, ' ') }
  }

  #callBefore(label: string): boolean {
    const last = lastPassage(this.#stack.at(-1)!)
    if (!last) return false
    appendPoint(last, { kind: 'call', label, index: last.text.length })
    return true
  }
}

/** Lines so long that they were broken by a program, not by a poet. */
function isWrappedProse(lines: readonly Passage[]): boolean {
  const whole = lines.slice(0, -1)
  const length = whole.reduce((sum, { text }) => sum + text.length, 0)
  return lines.length > 2 && length / whole.length > 62
}

function lastPassage(blocks: readonly Block[]): Passage | null {
  const last = blocks.at(-1)
  switch (last?.kind) {
    case 'heading':
    case 'paragraph':
      return last.content
    case 'verse':
    case 'lines':
      return last.lines.at(-1) ?? null
    case 'quote':
    case 'box':
      return lastPassage(last.blocks)
    case 'list':
      return lastPassage(last.items.at(-1) ?? [])
    case 'table':
      return last.rows.at(-1)?.at(-1) ?? null
    default:
      return null
  }
}

const appendPoint = (passage: Passage, point: Passage['points'][number]) =>
  (passage.points as Passage['points'][number][]).push(point)
