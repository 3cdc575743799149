import { pageId, paragraphId } from '../../contract/ids.ts'
import type { Heading, Nodes, Parents, Root } from 'mdast'
import { EXIT, visit } from 'unist-util-visit'
import type {
  Mention,
  NoteCall,
  Paragraph,
  PrintedPage,
  Section,
  SectionOutline,
} from '../model/model.ts'
import { countWords, wordingOf } from '../../markdown/wording.ts'

export interface Outline {
  /** All sections in order, nested ones included. */
  sections: SectionOutline[]
  paragraphs: Paragraph[]
  pages: PrintedPage[]
  calls: Map<Nodes, Pick<NoteCall, 'place' | 'page'>>
}

/** Sections, paragraphs, printed pages and note calls, in order. `labels`: identifier of a note → its label. */
export function outline(tree: Root, labels: ReadonlyMap<string, string>): Outline {
  const found: Outline = { sections: [], paragraphs: [], pages: [], calls: new Map() }
  let page: string | null = null
  /** Records the note calls of a block at `place`; returns its notes and the page on which it begins. */
  const readBlock = (block: Nodes, place: string | null) => {
    const notes: string[] = []
    const pageBefore = page
    let startsPage: string | null = null
    visit(block, (inner) => {
      if (inner.type === 'footnoteReference') {
        notes.push(labels.get(inner.identifier)!)
        found.calls.set(inner, { place, page })
      }
      if (inner.type === 'pageBreak') {
        page = inner.value
        found.pages.push({ id: pageId(page), label: page })
        if (startsAt(block, inner)) startsPage = page
      }
    })
    return { notes, page: startsPage ?? pageBefore }
  }
  const walk = (parent: Parents, section: string | null) => {
    for (const node of parent.children) {
      if (node.type === 'footnoteDefinition') continue
      if (node.type === 'section') {
        found.sections.push(sectionOutline(node))
        walk(node, node.id)
        continue
      }
      const number =
        node.type === 'paragraph' || node.type === 'blockquote' ? node.data?.number : undefined
      const id = number ? paragraphId(number) : section
      const block = readBlock(node, id)
      // A heading is the first child of its section.
      if (node.type === 'heading') found.sections.at(-1)!.page = block.page
      if (!number) continue
      const wording = wordingOf(node)
      found.paragraphs.push({
        id: paragraphId(number),
        number,
        kind: node.type === 'blockquote' ? 'quote' : 'paragraph',
        section,
        wording,
        words: countWords(wording),
        ...block,
      })
    }
  }
  walk(tree, null)
  return found
}

/** Whether there are only spaces before `mark` in `block`. */
function startsAt(block: Nodes, mark: Nodes): boolean {
  let before = ''
  visit(block, (node) => {
    if (node === mark) return EXIT
    if (node.type === 'text') before += node.value
    return
  })
  return before.trim() === ''
}

function sectionOutline({ id, children }: Section): SectionOutline {
  const [heading, ...rest] = children as [Heading, ...Root['children']]
  const own = rest.filter(({ type }) => type !== 'section')
  return {
    id,
    title: wordingOf(heading),
    depth: heading.depth,
    words: countWords(wordingOf({ type: 'root', children: own })),
    page: null,
  }
}

export function mentionsIn(note: Nodes): Mention[] {
  const mentions: Mention[] = []
  visit(note, (node) => {
    if (node.type === 'workRef') mentions.push({ work: node.work, kind: 'named', reference: null })
    if (node.type === 'citation')
      mentions.push({ work: node.work, kind: 'written', reference: node.reference })
  })
  return mentions
}
