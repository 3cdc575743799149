/** Takes out what holds no words: Markdown has no empty tables, quotations, items or headings. */
import { start } from '../import-position.ts'
import type { Block, ImportedText, Note, Passage, Remark, Remarked } from '../imported-text.ts'
import { question, remark } from '../report/remark.ts'

export function settleEmpty({
  blocks,
  notes,
}: Pick<ImportedText, 'blocks' | 'notes'>): Remarked<{ blocks: Block[]; notes: Note[] }> {
  const empty = new Map<string, number>()
  const filled = (own: readonly Block[]) => own.flatMap((block) => settled(block, empty))
  const remarks: Remark[] = []
  const settledNotes = notes.map((note): Note => {
    const own = filled(note.blocks)
    if (own.length > 0) return { ...note, blocks: own }
    const sentence = `Die Anmerkung ${note.label} ist leer; vorläufig steht „[leer]“ da.`
    remarks.push(question('notes', note.at, sentence))
    const positions = [{ index: 0, at: note.at }]
    const content: Passage = { text: '[leer]', positions, marks: [], points: [] }
    return { ...note, blocks: [{ kind: 'paragraph', content }] }
  })
  const value = { blocks: filled(blocks), notes: settledNotes }
  if (empty.size > 0) {
    const counts = [...empty].map(([what, count]) => `${what} (${count})`).join(', ')
    remarks.push(remark('paragraphs', start, `Ohne Wörter und weggelassen: ${counts}.`))
  }
  return { value, remarks }
}

/** The block without empty parts, as none or several blocks where it falls apart. */
function settled(block: Block, empty: Map<string, number>): Block[] {
  const without = (what: string): Block[] => {
    empty.set(what, (empty.get(what) ?? 0) + 1)
    return []
  }
  switch (block.kind) {
    case 'paragraph':
      return isEmpty(block.content) ? [] : [block]
    case 'heading':
      if (isEmpty(block.content)) return without('Überschriften')
      return hasWords(block.content) ? [block] : [{ kind: 'paragraph', content: block.content }]
    case 'box': {
      const blocks = block.blocks.flatMap((inner) => settled(inner, empty))
      return blocks.length > 0 ? [{ ...block, blocks }] : []
    }
    case 'quote': {
      const blocks = block.blocks.flatMap((inner) => settled(inner, empty))
      return blocks.length > 0 ? [{ ...block, blocks }] : without('Blockzitate')
    }
    case 'verse':
    case 'lines': {
      const first = block.lines.findIndex((line) => !isEmpty(line))
      const last = block.lines.findLastIndex((line) => !isEmpty(line))
      return first < 0 ? [] : [{ ...block, lines: block.lines.slice(first, last + 1) }]
    }
    case 'list':
      return listsOf(block, empty)
    case 'table': {
      const caption: Block[] =
        block.caption && !isEmpty(block.caption)
          ? [{ kind: 'paragraph', content: block.caption }]
          : []
      if (block.rows.flat().every(isEmpty)) return [...without('Tabellen'), ...caption]
      return [caption.length > 0 ? block : { ...block, caption: null }]
    }
    case 'figure':
      return [block.caption && isEmpty(block.caption) ? { ...block, caption: null } : block]
  }
}

/** An empty item divides a list, so that the numbers of the others stay; an item is not a list alone. */
function listsOf(list: Block & { kind: 'list' }, empty: Map<string, number>): Block[] {
  const blocks: Block[] = []
  let open: (Block & { kind: 'list' }) | null = null
  for (const [i, item] of list.items.entries()) {
    const own = item.flatMap((block) => settled(block, empty))
    if (own.length === 0) {
      empty.set('Punkte von Listen', (empty.get('Punkte von Listen') ?? 0) + 1)
      if (list.start !== null) open = null
    } else if (own[0]!.kind === 'list') {
      if (open) open.items.at(-1)!.push(...own)
      else blocks.push(...own)
    } else {
      if (!open) {
        open = { ...list, start: list.start === null ? null : list.start + i, items: [] }
        blocks.push(open)
      }
      open.items.push(own)
    }
  }
  return blocks
}

const hasWords = ({ text }: Passage): boolean => /\S/.test(text)

/** Calls and numbered pages are written even where there are no words. */
const isEmpty = (passage: Passage): boolean =>
  !hasWords(passage) &&
  passage.points.every((point) => point.kind === 'page' && point.label === null)
