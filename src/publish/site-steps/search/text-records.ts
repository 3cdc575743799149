import { labelOf, readId } from '../../../contract/ids.ts'
import type { Element, Root } from 'hast'
import type { SearchRecord } from './record.ts'
import { attribute, eachElement, findElement, hasClass, wording } from './tree.ts'

/** The records of a text page, in reading order; `page` is its address under the base path. */
export function textRecords(tree: Root, page: string): SearchRecord[] {
  const article = findElement(tree, (node) => attribute(node, 'dataText') !== undefined)
  if (!article) return []
  const text = attribute(article, 'dataText')!
  const records: SearchRecord[] = []
  const pageOfNote = new Map<string, string | undefined>()
  const terms = new Set<string>()
  let section: string | undefined
  let printed: string | undefined
  let last: { id: string; paragraph?: string | undefined } | undefined

  const add = (record: Omit<SearchRecord, 'url' | 'text' | 'section'>, id: string) =>
    records.push({ url: `${page}#${id}`, text, section, ...record })

  /** Marks which page of the print every call of a block stands on, and returns the page it begins on. */
  const turnPages = (block: Element): string | undefined => {
    const before = printed
    eachElement(block, (node) => {
      const role = attribute(node, 'role')
      if (role === 'doc-pagebreak') printed = labelOf(attribute(node, 'id') ?? '')
      const note = role === 'doc-noteref' ? attribute(node, 'href')?.slice(1) : undefined
      if (note && !pageOfNote.has(note)) pageOfNote.set(note, printed)
    })
    return beginsPage(block) ? printed : (before ?? printed)
  }

  eachElement(article, (node) => {
    const id = attribute(node, 'id')
    if (/^h[2-6]$/.test(node.tagName)) {
      const heading = wording(node)
      if (node.tagName === 'h2') section = heading
      const begins = turnPages(node)
      if (!id) return false
      last = { id }
      add({ kind: 'heading', content: heading, page: begins }, id)
      return false
    }
    if (hasClass(node, 'note') && id) {
      const note = labelOf(id)
      const said = findElement(node, (part) => 'dataWording' in part.properties)
      add(
        {
          kind: 'note',
          content: wording(said ?? node),
          paragraph: last?.paragraph,
          page: pageOfNote.get(id),
          note,
        },
        id,
      )
      return false
    }
    if (hasClass(node, 'gloss') && id) {
      const term = attribute(node, 'dataTerm') ?? id
      // The same gloss stands beside every section that has the term; once is enough to find it.
      if (terms.has(term)) return false
      terms.add(term)
      const lemma = findElement(node, (part) => hasClass(part, 'gloss-lemma'))
      add(
        {
          kind: 'gloss',
          content: wording(node),
          paragraph: last?.paragraph,
          page: printed,
          lemma: lemma && wording(lemma),
        },
        id,
      )
      return false
    }
    if (!isBlock(node)) return
    const content = wording(node)
    const place = id ? readId(id) : null
    const paragraph = place?.kind === 'paragraph' ? place.label : undefined
    if (id && paragraph) last = { id, paragraph }
    const begins = turnPages(node)
    if (!content || !last) return false
    // A table or list has no address of its own; it is found with the paragraph it belongs to.
    const before = records.findLast(({ url }) => url === `${page}#${last!.id}`)
    if (before && !paragraph) before.content += ` ${content}`
    else add({ kind: 'paragraph', content, paragraph: last.paragraph, page: begins }, last.id)
    return false
  })
  return records
}

const beginsPage = (block: Element): boolean => {
  const first = block.children.find((child) => child.type !== 'text' || child.value.trim() !== '')
  return first?.type === 'element' && attribute(first, 'role') === 'doc-pagebreak'
}

const isBlock = (node: Element) =>
  ['p', 'blockquote', 'ul', 'ol', 'table', 'pre', 'figure', 'dl'].includes(node.tagName)
