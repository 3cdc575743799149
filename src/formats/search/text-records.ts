import type { Nodes, Parents } from 'mdast'
import { visit } from 'unist-util-visit'
import { glossId, paragraphId } from '../../contract/ids.ts'
import type { Text } from '../../edition/model/model.ts'
import { wordingOf } from '../../markdown/wording.ts'
import type { Urls } from '../html/site/urls.ts'
import type { SearchRecord } from './record.ts'

interface Context {
  urls: Urls
  /** By the slugs of terms. */
  lemmas: ReadonlyMap<string, string>
  glosses: ReadonlyMap<string, string>
}

/** A text in reading order: each block, then the notes and glosses that it calls first. */
export function textRecords(text: Text, { urls, lemmas, glosses }: Context): SearchRecord[] {
  const records: SearchRecord[] = []
  const sections = new Map(text.sections.map((section) => [section.id, section]))
  const paragraphs = new Map(text.paragraphs.map((paragraph) => [paragraph.number, paragraph]))
  const notes = new Map(text.notes.map((note) => [note.identifier, note]))
  const pageOfGloss = new Map(
    text.occurrences.filter(({ gloss }) => gloss === 1).map(({ term, page }) => [term, page]),
  )
  const called = new Set<string>()
  let section: string | undefined
  let last: { id: string; paragraph?: string } | undefined

  /** `id`: none before the first paragraph or heading. */
  const add = (id: string | undefined, record: Omit<SearchRecord, 'url' | 'text' | 'section'>) =>
    records.push({ url: urls.text(text.slug, id), text: text.slug, section, ...record })

  const addApparatus = (block: Nodes) =>
    visit(block, (node) => {
      if (node.type === 'footnoteReference') {
        const note = notes.get(node.identifier)
        if (!note || called.has(note.id)) return
        called.add(note.id)
        add(note.id, {
          kind: 'note',
          content: note.wording,
          paragraph: last?.paragraph,
          page: note.calls[0]?.page ?? undefined,
          note: note.label,
        })
      }
      // The same gloss stands beside every section that has the term; once is enough to find it.
      if (node.type === 'glossRef' && node.gloss === 1) {
        const lemma = lemmas.get(node.term)
        add(glossId(node.term), {
          kind: 'gloss',
          content: `${lemma} ${glosses.get(node.term)}`,
          paragraph: last?.paragraph,
          page: pageOfGloss.get(node.term) ?? undefined,
          lemma,
        })
      }
    })

  const addBlock = (block: Nodes) => {
    const number =
      'data' in block ? (block.data as { number?: string } | undefined)?.number : undefined
    const content = wordsOf(block)
    if (number) last = { id: paragraphId(number), paragraph: number }
    if (content) {
      const url = urls.text(text.slug, last?.id)
      // A table, list or epigraph has no address of its own; it is found with the paragraph or heading before it.
      const before = number ? undefined : records.findLast((record) => record.url === url)
      if (before) before.content += ` ${content}`
      else {
        const page = paragraphs.get(number ?? '')?.page ?? undefined
        add(last?.id, { kind: 'paragraph', content, paragraph: last?.paragraph, page })
      }
    }
    addApparatus(block)
  }

  const walk = (parent: Parents) => {
    for (const node of parent.children) {
      if (node.type === 'footnoteDefinition' || node.type === 'yaml') continue
      if (node.type === 'section') {
        const { id, title, depth, page } = sections.get(node.id)!
        if (depth === 2) section = title
        last = { id }
        add(id, { kind: 'heading', content: title, page: page ?? undefined })
        walk(node)
      } else if (node.type === 'heading') addApparatus(node)
      else addBlock(node)
    }
  }
  walk(text.tree)
  return records
}

/** A figure has the words of its caption, which is the title of its image. */
function wordsOf(block: Nodes): string {
  if (block.type === 'paragraph' && block.children.length === 1) {
    const [image] = block.children
    if (image?.type === 'image') return image.title ?? ''
  }
  return wordingOf(block)
}
