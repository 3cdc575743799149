import type { Nodes, Parents } from 'mdast'
import { visit } from 'unist-util-visit'
import type { Term, Text } from './model.ts'

/** Where a text refers to a work. */
export interface Citing {
  work: string
  text: string
  /** Numbers of the paragraphs whose words refer to it. */
  paragraphs: string[]
  /** Labels of the notes. */
  notes: string[]
}

/** The works to which a text refers, with the paragraphs and notes that do; neither has what stands in other blocks. */
export function worksCitedIn({
  slug,
  tree,
  notes,
}: Pick<Text, 'slug' | 'tree' | 'notes'>): Citing[] {
  const found = new Map<string, Citing>()
  const of = (work: string): Citing => {
    const citing = found.get(work) ?? { work, text: slug, paragraphs: [], notes: [] }
    found.set(work, citing)
    return citing
  }
  const walk = (parent: Parents) => {
    for (const node of parent.children) {
      if (node.type === 'section') walk(node)
      else if (node.type !== 'footnoteDefinition')
        for (const work of worksNamedIn(node)) {
          const number = numberOf(node)
          if (number === undefined) of(work)
          else of(work).paragraphs.push(number)
        }
    }
  }
  walk(tree)
  for (const { label, mentions } of notes)
    for (const work of new Set(mentions.map(({ work }) => work))) of(work).notes.push(label)
  return [...found.values()]
}

/** The works that an entry of the glossary names at its head or in its words. */
export const worksOfTerm = (term: Pick<Term, 'works' | 'article' | 'glossContent'>): Set<string> =>
  new Set([
    ...term.works,
    ...[term.article, ...term.glossContent].flatMap((node) => [...worksNamedIn(node)]),
  ])

export function worksNamedIn(tree: Nodes): Set<string> {
  const works = new Set<string>()
  visit(tree, (node) => {
    if (node.type === 'workRef' || node.type === 'citation') works.add(node.work)
  })
  return works
}

const numberOf = (node: Nodes): string | undefined =>
  node.type === 'paragraph' || node.type === 'blockquote' ? node.data?.number : undefined
