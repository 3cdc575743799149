import type { Heading, Nodes, Parents, Root } from 'mdast'
import { EXIT, visit } from 'unist-util-visit'
import type { Mention, Paragraph, PrintedPage, SectionOutline } from '../model/model.ts'
import { countWords, wordingOf } from '../../markdown/wording.ts'

export interface Survey {
  paragraphs: Paragraph[]
  pages: PrintedPage[]
  /** Note call → id of its paragraph, or of the section whose heading calls it. */
  places: Map<Nodes, string>
}

/** Paragraphs and printed pages in order. `labels`: identifier of a note → its label. */
export function surveyParagraphs(tree: Root, labels: ReadonlyMap<string, string>): Survey {
  const survey: Survey = { paragraphs: [], pages: [], places: new Map() }
  let page: string | null = null
  const walk = (parent: Parents, section: string | null) => {
    for (const node of parent.children) {
      if (node.type === 'footnoteDefinition') continue
      if (node.type === 'section') {
        walk(node, node.id)
        continue
      }
      const number =
        node.type === 'paragraph' || node.type === 'blockquote' ? node.data?.number : undefined
      const id = number ? `abs-${number}` : section
      const notes: string[] = []
      const pageBefore = page
      let startsPage: string | null = null
      visit(node, (inner) => {
        if (inner.type === 'footnoteReference') {
          notes.push(labels.get(inner.identifier)!)
          if (id) survey.places.set(inner, id)
        }
        if (inner.type === 'pageBreak') {
          page = inner.value
          survey.pages.push({ id: `s-${page}`, label: page })
          if (startsAt(node, inner)) startsPage = page
        }
      })
      if (!number) continue
      const wording = wordingOf(node)
      survey.paragraphs.push({
        id: `abs-${number}`,
        number,
        kind: node.type === 'blockquote' ? 'quote' : 'paragraph',
        section,
        wording,
        words: countWords(wording),
        page: startsPage ?? pageBefore,
        notes,
      })
    }
  }
  walk(tree, null)
  return survey
}

/** Does nothing but spaces stand before `mark` in `block`? */
function startsAt(block: Nodes, mark: Nodes): boolean {
  let before = ''
  visit(block, (node) => {
    if (node === mark) return EXIT
    if (node.type === 'text') before += node.value
    return
  })
  return before.trim() === ''
}

/** Headings in order, sections inside sections made flat. */
export function surveySections(tree: Root): SectionOutline[] {
  const outline: SectionOutline[] = []
  const walk = (parent: Parents) => {
    for (const node of parent.children) {
      if (node.type !== 'section') continue
      const [heading, ...rest] = node.children as [Heading, ...Root['children']]
      const own = rest.filter(({ type }) => type !== 'section')
      outline.push({
        id: node.id,
        title: wordingOf(heading),
        depth: heading.depth,
        words: countWords(wordingOf({ type: 'root', children: own })),
      })
      walk(node)
    }
  }
  walk(tree)
  return outline
}

export function mentionsIn(note: Nodes): Mention[] {
  const mentions: Mention[] = []
  visit(note, (node) => {
    if (node.type === 'workRef') mentions.push({ work: node.work, kind: 'named' })
    if (node.type === 'citation') mentions.push({ work: node.work, kind: 'written' })
  })
  return mentions
}
