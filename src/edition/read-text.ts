import type { Heading, Nodes, Parents, Root } from 'mdast'
import { EXIT, visit } from 'unist-util-visit'
import type { Problem } from './messages.ts'
import type { Mention, Note, Paragraph, PrintedPage, SectionOutline, Text } from './model.ts'
import remarkCitations from './plugins/remark-citations.ts'
import remarkLintText from './plugins/remark-lint-text.ts'
import remarkNotes, { type FoundNotes } from './plugins/remark-notes.ts'
import remarkParagraphs from './plugins/remark-paragraphs.ts'
import remarkResolved from './plugins/remark-resolved.ts'
import remarkSchemes from './plugins/remark-schemes.ts'
import remarkSections from './plugins/remark-sections.ts'
import { readFrontmatter } from './read-frontmatter.ts'
import { textSchema, type TextData } from './schemas.ts'
import { countWords, wordingOf } from './wording.ts'

/** One file of content/texts/ or content/private/, by itself: what other files know is linked later. */
export function readText(path: string, source: string): { text: Text | null; problems: Problem[] } {
  const { data, root, problems } = readFrontmatter(path, source, textSchema)
  problems.push(...remarkSchemes(root, path))
  problems.push(...remarkCitations(root, path))
  problems.push(...remarkLintText(root, path))
  problems.push(...remarkResolved(root, path))
  const found = remarkNotes(root, path)
  problems.push(...found.problems)
  problems.push(...remarkSections(root, path))
  remarkParagraphs(root)
  return { text: data && assemble(path, data, root, found), problems }
}

function assemble(path: string, data: TextData, tree: Root, found: FoundNotes): Text {
  const labels = new Map(found.notes.map(({ node, label }) => [node.identifier, label]))
  const { paragraphs, pages, places } = surveyParagraphs(tree, labels)
  const notes: Note[] = found.notes.map(({ node, label, calls }) => {
    const id = `anm-${label === '*' ? 'stern' : label}`
    return {
      id,
      label,
      identifier: node.identifier,
      node,
      calls: calls.map((call, i) => ({
        id: `${id}-ruf${i ? `-${i + 1}` : ''}`,
        place: places.get(call) ?? null,
      })),
      wording: wordingOf({ type: 'root', children: node.children }),
      mentions: mentionsIn(node),
    }
  })
  return {
    ...data,
    slug: path.replace(/^.*\/|\.md$/g, ''),
    path,
    tree,
    sections: surveySections(tree),
    paragraphs,
    notes,
    pages,
    occurrences: [],
    words: paragraphs.reduce((sum, { words }) => sum + words, 0),
    isPrivate: path.startsWith('content/private/'),
  }
}

interface Survey {
  paragraphs: Paragraph[]
  pages: PrintedPage[]
  /** Note call → id of its paragraph, or of the section whose heading calls it. */
  places: Map<Nodes, string>
}

function surveyParagraphs(tree: Root, labels: ReadonlyMap<string, string>): Survey {
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

function surveySections(tree: Root): SectionOutline[] {
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

function mentionsIn(note: Nodes): Mention[] {
  const mentions: Mention[] = []
  visit(note, (node) => {
    if (node.type === 'workRef') mentions.push({ work: node.work, kind: 'named' })
    if (node.type === 'citation') mentions.push({ work: node.work, kind: 'written' })
  })
  return mentions
}
