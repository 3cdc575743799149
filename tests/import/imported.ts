import { readFileSync } from 'node:fs'
import { basename, dirname, join } from 'node:path'
import type { Nodes, Root } from 'mdast'
import { visit } from 'unist-util-visit'
import { importFile } from '../../src/importer/import-file.ts'
import { parseMarkdown } from '../../src/markdown/parse.ts'
import { wordingOf } from '../../src/markdown/wording.ts'

/** What can be compared of an imported text. */
export interface Imported {
  /** The running text word by word: letters and digits only. */
  words: string[]
  notes: ImportedNote[]
  headings: string[]
  /** Words in italics, in order. */
  italics: string[]
  /** Language tags in order. */
  languages: string[]
  pages: string[]
  works: number
  quotes: number
  figures: number
  questions: number
}

export interface ImportedNote {
  words: string[]
  /** The last words before its call; empty if the note is never called. */
  before: string
}

/** Imports a file and reads the Markdown that comes out. @throws ImportError */
export async function imported(
  file: string,
  settings: { firstPage?: number } = {},
): Promise<Imported> {
  const { text, counts } = await importedText(file, settings)
  return { ...read(parseMarkdown(text)), works: counts.works, questions: counts.questions }
}

/** The Markdown of an imported file. @throws ImportError */
export const importedTree = async (file: string): Promise<Root> =>
  parseMarkdown((await importedText(file, {})).text)

function importedText(file: string, settings: { firstPage?: number }) {
  const beside = (name: string) => {
    try {
      return readFileSync(join(dirname(file), basename(name)))
    } catch {
      return null
    }
  }
  return importFile(
    { file: basename(file), bytes: readFileSync(file), beside },
    {
      file: basename(file),
      slug: 'text',
      firstPage: settings.firstPage ?? null,
      rights: 'unknown',
      bibliography: [],
      format: null,
      notes: null,
      pages: null,
      columns: null,
    },
  )
}

/** What can be compared of a text of the edition. */
export function read(root: Root): Omit<Imported, 'works' | 'questions'> {
  const found: Omit<Imported, 'works' | 'questions'> = {
    words: [],
    notes: [],
    headings: [],
    italics: [],
    languages: [],
    pages: [],
    quotes: 0,
    figures: 0,
  }
  const calls = new Map<string, string>()
  let before = ''
  visit(root, (node) => {
    if (node.type === 'footnoteReference' && !calls.has(node.identifier))
      calls.set(node.identifier, wordsIn(before).slice(-3).join(' '))
    if (node.type === 'text' || node.type === 'inlineCode')
      before = (before + node.value).slice(-200)
    if (node.type === 'break' || node.type === 'paragraph') before += ' '
    if (node.type === 'heading') found.headings.push(wordingOf(node))
    if (node.type === 'emphasis' || node.type === 'stage')
      found.italics.push(...wordsIn(wordingOf(node)))
    // In Markdown that has only been parsed, the edition's own nodes are links.
    const [, scheme, value] = (node.type === 'link' && /^(lang|page):(.*)$/.exec(node.url)) || []
    if (scheme === 'lang') found.languages.push(value!)
    if (scheme === 'page') found.pages.push(value!)
    if (node.type === 'foreign') found.languages.push(node.language)
    if (node.type === 'pageBreak') found.pages.push(node.value)
    if (node.type === 'blockquote') found.quotes += 1
    if (node.type === 'image') found.figures += 1
  })
  found.words = root.children.flatMap((node: Nodes) => wordsIn(wordingOf(node)))
  for (const node of root.children)
    if (node.type === 'footnoteDefinition')
      found.notes.push({
        words: node.children.flatMap((child) => wordsIn(wordingOf(child))),
        before: calls.get(node.identifier) ?? '',
      })
  return found
}

export const wordsIn = (text: string): string[] =>
  text
    .normalize('NFC')
    .replace(/\u00ad/g, '')
    .match(/[\p{L}\p{N}]+/gu) ?? []
