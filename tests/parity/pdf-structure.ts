import { typeAreas, type Areas } from './pdf-areas.ts'
import { glossesIn } from './pdf-glossary.ts'
import { Line } from './pdf-line.ts'
import type { Run } from './pdf-runs.ts'
import {
  PassageBuilder,
  texOf,
  type Block,
  type Mark,
  type NoteRead,
  type Reading,
  type WorkRead,
} from './reading.ts'

/** A node of a structure tree, as pdf.js gives it. */
export interface TaggedNode {
  role?: string
  /** Language of all in it that is marked with none. */
  lang?: string
  /** What is said in place of a formula. */
  alt?: string
  /** `content` or `annotation`, with an id. */
  type?: string
  id?: string
  children?: TaggedNode[]
}

/** A page of a tagged PDF. */
export interface Tagged {
  number: number
  width: number
  tree: TaggedNode | null
  runs: ReadonlyMap<string, Run[]>
  /** Ids of links → where in the PDF they lead. */
  targets: ReadonlyMap<string, { page: number; y: number }>
}

/** Text, notes, glosses and works of a PDF. Its glosses and works have no names: they are named by their words. */
export function readStructure(
  pages: readonly Tagged[],
  language: string,
): Omit<Reading, 'language'> {
  const contents = pages.findLastIndex(({ tree }) => tree !== null && find(tree, 'TOC') !== null)
  // A title page is the first, contents are behind it.
  const body = pages.slice(Math.max(contents, 0) + 1)
  const runs = body.flatMap(({ runs }) => [...runs.values()].flat())
  const size = textSize(body)
  const areas = typeAreas(runs, size, pages[0]?.width ?? 0)
  const reader = new Reader(areas, size, language)
  for (const page of body) reader.read(page)
  return reader.end()
}

/** The largest size of words in paragraphs. */
function textSize(pages: readonly Tagged[]): number {
  const sizes = pages.flatMap(({ tree, runs }) =>
    topOf(tree)
      .filter(({ role }) => role === 'P')
      .flatMap(({ children = [] }) => children.flatMap(({ id = '' }) => runs.get(id) ?? []))
      .map(({ size }) => size),
  )
  return Math.max(0, ...sizes)
}

/** Whether a space is between two runs, or the end of a line. */
const isApart = (a: Run, b: Run): boolean =>
  Math.abs(a.y - b.y) > b.size * 0.5 || b.x - b.decorated - a.x - a.width > b.size * 0.12

/** A word that goes on in the next line is not parted from itself. */
const isParted = (last: Run | null, run: Run): boolean =>
  last !== null && !last.isSoft && isApart(last, run)

const blockRoles = /^(?:P|BlockQuote|L|LI|LBody|Table|THead|TBody|TR|TH|TD|Caption|Code|Div)$/

/** Glosses in the margin are larger than the numbers of paragraphs and pages there, as parts of the running text. */
const sizeOfGlosses = 0.71

/** A sign that no font has stands there as its code, in a small box. */
const signOf = ({ words, size }: Run, sizeOfText: number): string =>
  size < sizeOfText * 0.6 && /^U\+[\dA-F]+(?: U\+[\dA-F]+)*$/.test(words)
    ? words.replace(/U\+([\dA-F]+) ?/g, (_, code: string) =>
        String.fromCodePoint(parseInt(code, 16)),
      )
    : words

/** A passage while it is read. */
class Open {
  readonly builder = new PassageBuilder()
  readonly line: Line
  number: string | null = null
  /** Words in the margin have been read since the last of the text. */
  jumped = false

  constructor(language: string) {
    this.line = new Line(this.builder, language)
  }
}

interface Placed extends Block {
  runs: Run[]
}

interface Leading extends Mark {
  target?: { page: number; y: number }
}

class Reader {
  readonly #areas: Areas
  /** Of the running text. */
  readonly #size: number
  readonly #language: string
  readonly #marginal: Run[] = []
  readonly #blocks: Placed[] = []
  readonly #notes: { label: string; page: number; open: Open }[] = []
  /** Where the links within the text lead, by the names of their marks. */
  readonly #targets = new Map<string, { page: number; y: number }>()
  #page!: Tagged

  constructor(areas: Areas, size: number, language: string) {
    this.#areas = areas
    this.#size = size
    this.#language = language
  }

  read(page: Tagged): void {
    this.#page = page
    for (const node of topOf(page.tree)) this.#block(node)
  }

  #block(node: TaggedNode): void {
    const open = new Open(this.#language)
    this.#walk(node, open)
    const passage = open.builder.build()
    if (passage.words === '' && passage.marks.length === 0) return
    const kind = /^H\d?$/.test(node.role ?? '') ? 'heading' : open.number ? 'paragraph' : 'other'
    this.#blocks.push({ kind, number: open.number, ...passage, runs: this.#runsIn(node) })
  }

  #runsIn(node: TaggedNode): Run[] {
    if (node.type === 'content') return this.#page.runs.get(node.id ?? '') ?? []
    return (node.children ?? []).flatMap((child) => this.#runsIn(child))
  }

  #wordsIn = (node: TaggedNode): string =>
    this.#runsIn(node)
      .map(({ words }) => words)
      .join('')
      .trim()

  #walk(node: TaggedNode, open: Open, parent?: TaggedNode): void {
    if (node.type === 'content') return this.#content(node, open)
    if (node.role === 'Note') return this.#note(node)
    // A picture, which may have words in it; a caption stands beside it.
    if (node.role === 'Figure') return
    if (node.role === 'Formula') return open.builder.point('formula', texOf(node.alt ?? ''))
    if (node.role === 'Lbl') {
      const label = this.#wordsIn(node)
      // An item that goes on in the next page has an empty one there.
      if (parent?.role !== 'LI' && label !== '')
        open.builder.point('call', label, this.#page.number)
      return
    }
    const inside = () => {
      for (const child of node.children ?? []) this.#walk(child, open, node)
    }
    const target = node.role === 'Link' ? this.#targetOf(node) : undefined
    if (target) {
      const words = this.#wordsIn(node)
      // A note that has been called before.
      if (this.#notes.some(({ label }) => label === words))
        return open.builder.point('call', words, this.#page.number)
      const name = `${words} (link ${this.#targets.size + 1})`
      this.#targets.set(name, target)
      return open.builder.cover('gloss', name, inside)
    }
    const isBlock = blockRoles.test(node.role ?? '') && parent !== undefined
    if (isBlock) open.builder.add(' ')
    inside()
    if (isBlock) open.builder.add(' ')
  }

  #targetOf(link: TaggedNode) {
    const annotation = (link.children ?? []).find(({ type }) => type === 'annotation')
    return this.#page.targets.get((annotation?.id ?? '').replace(/^pdfjs_internal_id_/, ''))
  }

  #content(node: TaggedNode, open: Open): void {
    let beside = ''
    let [space, last]: (Run | null)[] = [null, null]
    for (const read of this.#page.runs.get(node.id ?? '') ?? []) {
      const run = { ...read, words: signOf(read, this.#size) }
      if (run.words.trim() === '') {
        if (!open.jumped) space = run
        else if (beside !== '') beside += run.words
        else this.#marginal.push(run)
        continue
      }
      if (this.#areas.isBeside(run)) {
        if (run.size > this.#size * sizeOfGlosses) this.#marginal.push(run)
        else beside += run.words
        open.jumped = true
        continue
      }
      // pdf.js puts spaces between what stands apart: around words in the margin only their distance tells.
      if (open.jumped ? isParted(last ?? open.line.last, run) : space)
        open.line.add(space ?? { ...run, words: ' ' })
      open.line.add(run)
      ;[space, last, open.jumped] = [null, run, false]
    }
    if (space && !open.jumped) open.line.add(space)
    if (beside.trim() !== '') this.#beside(beside.replace(/\s+/g, ' ').trim(), open)
  }

  /** Numbers of paragraphs and of printed pages. */
  #beside(words: string, open: Open): void {
    const [, printed] = /^S\. (.+)$/.exec(words) ?? []
    if (printed) open.builder.point('page', printed)
    else if (open.number === null) open.number = words
    else open.builder.add(` ${words} `)
  }

  #note(node: TaggedNode): void {
    const lbl = find(node, 'Lbl')
    const words = lbl && !isItem(node, lbl) ? this.#wordsIn(lbl) : ''
    if (words !== '')
      this.#notes.push({ label: words, page: this.#page.number, open: new Open(this.#language) })
    // Without a number it goes on from the page before.
    const note = this.#notes.at(-1)
    if (!note) throw new Error(`Page ${this.#page.number}: a note without a number.`)
    const rest = words === '' ? node : without(node, lbl!)
    for (const child of rest.children ?? []) this.#walk(child, note.open, rest)
  }

  end(): Omit<Reading, 'language'> {
    const heading = (words: string, before: number) =>
      this.#blocks.findLastIndex(
        (block, i) => i < before && block.kind === 'heading' && block.words === words,
      )
    const all = this.#blocks.length
    const works = heading('Literatur', all)
    const end = works < 0 ? all : works
    const glossary = heading('Glossen', end)
    const entries =
      glossary < 0
        ? []
        : glossesIn(
            this.#blocks.slice(glossary + 1, end).flatMap(({ runs }) => runs),
            this.#language,
          )
    const glossAt = (target: { page: number; y: number }) =>
      entries.find(({ page, end }) => page === target.page && end <= target.y + 1)
    const named = <Item extends { marks: Mark[] }>(item: Item): Item => ({
      ...item,
      marks: item.marks.map((mark): Leading => {
        const target = this.#targets.get(mark.name)
        return target ? { ...mark, name: glossAt(target)?.lemma ?? mark.name } : mark
      }),
    })
    const blocks = this.#blocks.slice(0, glossary < 0 ? end : glossary)
    return {
      blocks: blocks.map(({ kind, number, words, marks }) => named({ kind, number, words, marks })),
      notes: this.#notes.map(({ label, page, open }): NoteRead => ({
        label,
        page,
        resolved: '',
        ...open.builder.build(),
      })),
      glosses: [...glossesIn(this.#marginal, this.#language), ...entries],
      works: entriesIn(this.#blocks.slice(end + 1)),
    }
  }
}

/** Entries of a list of works: all but the first lines are indented, so that one that begins a page goes on. */
function entriesIn(blocks: readonly Placed[]): WorkRead[] {
  const starts = blocks.flatMap(({ runs: [run] }) => run ?? [])
  const edge = (page: number) =>
    Math.min(...starts.flatMap((run) => (run.page % 2 === page % 2 ? [run.x] : [])))
  const works: WorkRead[] = []
  for (const {
    words,
    runs: [run],
  } of blocks) {
    const last = works.at(-1)
    if (last && run && run.x > edge(run.page) + 1) last.words += `\n${words}`
    else works.push({ key: '', words })
  }
  return works
}

/** The children of the document. */
function topOf(node: TaggedNode | null): TaggedNode[] {
  if (!node) return []
  const isTop = /^(?:Root|Document|Part)$/.test(node.role ?? '')
  return isTop ? (node.children ?? []).flatMap(topOf) : [node]
}

function find(node: TaggedNode, role: string): TaggedNode | null {
  if (node.role === role) return node
  for (const child of node.children ?? []) {
    const found = find(child, role)
    if (found) return found
  }
  return null
}

/** Whether the label is that of an item of a list. */
const isItem = (node: TaggedNode, label: TaggedNode): boolean =>
  (node.role === 'LI' && node.children?.includes(label)) ||
  (node.children ?? []).some((child) => isItem(child, label))

const without = (node: TaggedNode, left: TaggedNode): TaggedNode => ({
  ...node,
  ...(node.children && {
    children: node.children.filter((child) => child !== left).map((child) => without(child, left)),
  }),
})
