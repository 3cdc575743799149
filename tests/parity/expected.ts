import type { Nodes, Parents, RootContent } from 'mdast'
import type { Edition, Note, Term, Text } from '../../src/edition/model/model.ts'
import { worksCitedIn } from '../../src/edition/model/cited-works.ts'
import {
  PassageBuilder,
  texOf,
  wordsOf,
  type Block,
  type Passage,
  type Reading,
} from './reading.ts'

/** What every form of a text has to hold, read from the Edition itself. */
export function expectedOf(text: Text, edition: Edition): Reading {
  const labels = new Map(text.notes.map(({ identifier, label }) => [identifier, label]))
  const glossed = text.occurrences.filter(({ gloss }) => gloss > 0)
  const terms = new Map(edition.terms.map((term) => [term.slug, term]))
  const cited = new Set(worksCitedIn(text).map(({ work }) => work))
  return {
    language: text.language,
    blocks: blocksOf(text.tree, labels),
    notes: text.notes.map((note) => ({
      label: note.label,
      ...passageOf(note.node, labels),
      resolved: namesOf(note, edition).join('\n'),
    })),
    glosses: glossed.map(({ term: slug, gloss }) => glossOf(terms.get(slug)!, gloss)),
    works: edition.bibliography
      .filter(({ key }) => cited.has(key))
      .map(({ key, pieces }) => ({ key, words: wordsOf(pieces.map(({ text }) => text).join('')) })),
  }
}

function glossOf(term: Term, nth: number) {
  const content = { type: 'paragraph', children: term.glossContent } as const
  return {
    name: nth > 1 ? `${term.slug}-${nth}` : term.slug,
    lemma: term.lemma,
    language: term.language ?? null,
    ...passageOf(content, new Map()),
  }
}

function blocksOf(parent: Parents, labels: ReadonlyMap<string, string>): Block[] {
  return (parent.children as RootContent[]).flatMap((node): Block[] => {
    if (node.type === 'section') return blocksOf(node, labels)
    if (node.type === 'footnoteDefinition') return []
    const passage = passageOf(node, labels)
    if (node.type === 'heading') return [{ kind: 'heading', number: null, ...passage }]
    const number = 'data' in node ? (node.data as { number?: string } | undefined)?.number : null
    if (number) return [{ kind: 'paragraph', number, ...passage }]
    return passage.words === '' && passage.marks.length === 0
      ? []
      : [{ kind: 'other', number: null, ...passage }]
  })
}

const separate: ReadonlySet<string> = new Set([
  'paragraph',
  'blockquote',
  'list',
  'listItem',
  'table',
  'tableRow',
  'tableCell',
  'code',
  'verseLine',
])

function passageOf(node: Nodes, labels: ReadonlyMap<string, string>): Passage {
  const builder = new PassageBuilder()
  const walk = (node: Nodes, parent: Parents | null): void => {
    const inside = () => {
      if ('children' in node)
        for (const child of node.children as Nodes[]) walk(child, node as Parents)
    }
    if (separate.has(node.type)) builder.add(' ')
    if (node.type === 'text') builder.add(node.value.replaceAll('\n', ' '))
    else if (node.type === 'inlineCode' || node.type === 'code') builder.add(node.value)
    else if (node.type === 'break') builder.add(' ')
    else if (node.type === 'footnoteReference')
      builder.point('call', labels.get(node.identifier) ?? `[^${node.identifier}]`)
    else if (node.type === 'pageBreak') builder.point('page', node.value)
    else if (node.type === 'formula') builder.point('formula', texOf(node.value))
    else if (node.type === 'citation')
      builder.cover('work', node.work, () =>
        builder.add((node.reference?.pieces ?? []).map(({ text }) => text).join('')),
      )
    else if (node.type === 'workRef') builder.cover('work', node.work, inside)
    else if (node.type === 'foreign') builder.cover('language', node.language, inside)
    else if (node.type === 'glossRef' && node.gloss > 0)
      builder.cover('gloss', node.gloss > 1 ? `${node.term}-${node.gloss}` : node.term, inside)
    else if (node.type === 'image') {
      // Of a figure the caption is shown; other pictures have no words.
      if (parent?.children.length === 1 && node.title) builder.add(node.title)
    } else inside()
    if (separate.has(node.type)) builder.add(' ')
  }
  walk(node, null)
  return builder.build()
}

/** By which readers know a work in words of any form: the first author, else the first words of the title. */
function namesOf(note: Note, edition: Edition): string[] {
  return note.repeatedWorks.flatMap((key) => {
    const work = edition.works.find(({ work }) => work.id === key)?.work
    const [first] = work?.author ?? work?.editor ?? []
    return first?.family ?? first?.literal ?? work?.title?.slice(0, 12) ?? []
  })
}
