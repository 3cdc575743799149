/** What the edition hands out of a text, imported again and compared with the Edition. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { diffArrays } from 'diff'
import type { FootnoteDefinition, Image, Nodes, PhrasingContent, Root, RootContent } from 'mdast'
import { visit } from 'unist-util-visit'
import type { Form } from '../../src/contract/addresses.ts'
import type { Edition, Text } from '../../src/edition/model/model.ts'
import { wordingOf } from '../../src/markdown/wording.ts'
import { formInputs } from '../../src/publish/forms/form-inputs.ts'
import { makeForm } from '../../src/publish/forms/make-form.ts'
import { importedTree, read } from './imported.ts'

/** What can be compared, in order. */
export type Part = (typeof parts)[number]
export const parts = [
  'words',
  'notes',
  'calls',
  'italics',
  'languages',
  'headings',
  'quotes',
  'pages',
] as const

export interface ComparedText {
  /** How many of each part the text has. */
  wanted: Record<Part, number>
  /** What only the text has (`-`) or only what was imported (`+`), by part. */
  differences: Record<Part, string[]>
}

/**
 * The differences that have no reason. The importer marks English words that the text leaves to its glossary, and where
 * the text names no pages of a print it takes those of the PDF.
 */
export function unexplained({ wanted, differences }: ComparedText, file: string): string[] {
  return parts.flatMap((part) => {
    const isKnown =
      (part === 'languages' && differences.languages.every((one) => one === '+ en')) ||
      (part === 'pages' && wanted.pages === 0 && file.endsWith('.pdf'))
    return isKnown ? [] : differences[part].map((one) => `${part}: ${one}`)
  })
}

/** A form of a text, as readers get it. */
export async function formOf(text: Text, edition: Edition, form: Form): Promise<Uint8Array> {
  const inputs = formInputs(text, edition, 'https://edition.example/', () => null)
  const layout = { paper: 'b5', size: 10.5, ebd: 'printed' } as const
  const made = await makeForm({ form, inputs, layout })
  if (!('bytes' in made)) throw new Error(JSON.stringify(made))
  return made.bytes
}

/** Imports a file of a text and compares the two. */
export async function comparedWith(
  text: Text,
  file: string,
  bytes: Uint8Array,
): Promise<ComparedText> {
  const folder = mkdtempSync(join(tmpdir(), 'own-form-'))
  try {
    writeFileSync(join(folder, file), bytes)
    const tree = await importedTree(join(folder, file))
    return compared(partsOf(treeOf(text)), partsOf(withCaptions(withoutSurroundings(tree))))
  } finally {
    rmSync(folder, { recursive: true })
  }
}

type Parts = Record<Part, string[]>

function partsOf(root: Root): Parts {
  const { words, notes, italics, languages, headings, quotes, pages } = read(root)
  return {
    words,
    notes: notes.map((note) => note.words.join(' ')),
    calls: notes.map(({ before }) => before),
    italics,
    languages,
    headings,
    quotes: Array.from({ length: quotes }, () => 'quote'),
    pages,
  }
}

function compared(wanted: Parts, got: Parts): ComparedText {
  const of = <Value>(value: (part: Part) => Value) =>
    Object.fromEntries(parts.map((part) => [part, value(part)])) as Record<Part, Value>
  return {
    wanted: of((part) => wanted[part].length),
    differences: of((part) =>
      diffArrays(wanted[part], got[part]).flatMap(({ added, removed, value }) =>
        added || removed ? value.map((one) => `${added ? '+' : '-'} ${one}`) : [],
      ),
    ),
  }
}

/** The text with its references in words, and its notes behind it in their order. */
function treeOf(text: Text): Root {
  const inWords = <Node extends Nodes>(node: Node): Node => {
    if (!('children' in node)) return node
    const children = node.children.flatMap((child): Nodes[] => {
      if (child.type === 'footnoteDefinition' && node.type !== 'root') return []
      if (child.type === 'image') return captionOf(child)
      if (child.type !== 'citation') return [inWords(child)]
      return (child.reference?.pieces ?? []).map(({ text, italic }): PhrasingContent => {
        const words = { type: 'text', value: text } as const
        return italic ? { type: 'emphasis', children: [words] } : words
      })
    })
    return { ...node, children } as Node
  }
  const running = inWords(text.tree).children.filter(({ type }) => type !== 'footnoteDefinition')
  return { type: 'root', children: [...running, ...text.notes.map(({ node }) => inWords(node))] }
}

/** Forms show the caption of a picture. */
const captionOf = ({ title }: Image): Nodes[] => (title ? [{ type: 'text', value: title }] : [])

const withCaptions = <Node extends Nodes>(node: Node): Node =>
  'children' in node
    ? ({
        ...node,
        children: node.children.flatMap((child) =>
          child.type === 'image' ? captionOf(child) : [withCaptions(child as Nodes)],
        ),
      } as Node)
    : node

/** Without the lines on the edition before it, and the lists of glosses and works behind it; notes by their calls. */
function withoutSurroundings(root: Root): Root {
  const notes = new Map<string, FootnoteDefinition>()
  visit(root, 'footnoteDefinition', (note) => void notes.set(note.identifier, note))
  const running = root.children.filter(
    ({ type }) => type !== 'footnoteDefinition' && type !== 'yaml',
  )
  const isEnd = (node: RootContent) =>
    node.type === 'heading' && /^(?:Glossen|Literatur)$/.test(wordingOf(node))
  const from = running.findIndex((node) => /^So zitieren: /.test(wordingOf(node))) + 1
  const to = running.findIndex(isEnd)
  const own = running.slice(from, to < 0 ? running.length : to)
  const called = new Set<FootnoteDefinition>()
  visit({ type: 'root', children: own }, 'footnoteReference', ({ identifier }) => {
    const note = notes.get(identifier)
    if (note) called.add(note)
  })
  return { type: 'root', children: [...own, ...called] }
}
