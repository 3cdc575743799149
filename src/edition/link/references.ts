import type { FootnoteDefinition, Nodes } from 'mdast'
import { visit } from 'unist-util-visit'
import type { CitationEngine } from '../../citation/engine.ts'
import { replaceNodes } from '../../markdown/replace-nodes.ts'
import { wordingOf } from '../../markdown/wording.ts'
import type { Citation, Note, Text } from '../model/model.ts'
import { mentionsIn } from '../read/outline.ts'
import type { ReadText } from '../read/read-text.ts'

/**
 * The tree and notes of a text with every citation written: full, short or „ebd.“, depending on the notes before.
 * Citations of unknown works keep `reference: null`.
 */
export function writeReferences(
  { tree, notes }: Pick<ReadText, 'tree' | 'notes'>,
  engine: CitationEngine,
  isKnown: (key: string) => boolean,
): Pick<Text, 'tree' | 'notes'> {
  const found = notes.map(({ node }) => citationsIn(node, isKnown))
  const references = engine.notes(
    found.map((citations, i) => ({
      number: i + 1,
      citations: citations.map(({ node, prefix, suffix }) => ({
        key: node.work,
        locator: node.locator ?? undefined,
        prefix,
        suffix,
      })),
    })),
  )
  const written = new Map<Nodes, [Citation]>(
    found.flatMap((citations, i) =>
      citations.map(({ node }, j) => [node, [{ ...node, reference: references[i]![j]! }]] as const),
    ),
  )
  const definitions = new Map<string, FootnoteDefinition>()
  const writtenTree = replaceNodes(tree, written)
  visit(writtenTree, 'footnoteDefinition', (node) => {
    if (!definitions.has(node.identifier)) definitions.set(node.identifier, node)
  })
  const seen = new Set<string>()
  return {
    tree: writtenTree,
    notes: notes.map((note): Note => {
      const node = definitions.get(note.identifier)!
      const mentions = mentionsIn(node)
      const works = [...new Set(mentions.map(({ work }) => work))]
      const repeatedWorks = works.filter((work) => isKnown(work) && seen.has(work))
      for (const work of works) seen.add(work)
      const wording = wordingOf({ type: 'root', children: node.children })
      return { ...note, node, wording, mentions, repeatedWorks }
    }),
  }
}

interface Found {
  node: Citation
  prefix: string
  suffix: string
}

/** The citations of a note, with the words between them. */
function citationsIn(note: FootnoteDefinition, isKnown: (key: string) => boolean): Found[] {
  const found: Found[] = []
  let words = ''
  visit(note, (node) => {
    if (node.type === 'text') words += node.value
    if (node.type !== 'citation' || !isKnown(node.work)) return
    const before = found.at(-1)
    if (before) before.suffix = words
    found.push({ node, prefix: words, suffix: '' })
    words = ''
  })
  const last = found.at(-1)
  if (last) last.suffix = words
  return found
}
