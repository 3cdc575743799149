import { isWorkId } from '../../../contract/ids.ts'
import type { Root } from 'hast'
import type { SearchRecord } from './record.ts'
import { attribute, eachElement, findElement, hasClass, wording } from './tree.ts'

/** The article of a term: one record with its lemma, gloss and text. */
export function termRecords(tree: Root, page: string): SearchRecord[] {
  const title = findElement(tree, (node) => node.tagName === 'h1')
  const parts = ['lead', 'prose'].flatMap(
    (name) => findElement(tree, (node) => hasClass(node, name)) ?? [],
  )
  if (!title || parts.length === 0) return []
  const lemma = wording(title)
  const content = [`${lemma}.`, ...parts.map(wording)].join(' ')
  return [{ kind: 'term', url: page, content, lemma }]
}

/** Every work of the bibliography, without the places that cite it. */
export function workRecords(tree: Root, page: string): SearchRecord[] {
  const records: SearchRecord[] = []
  eachElement(tree, (node) => {
    const id = attribute(node, 'id')
    if (node.tagName !== 'li' || !id || !isWorkId(id)) return
    const entry = findElement(node, (part) => part.tagName === 'p')
    if (entry) records.push({ kind: 'work', url: `${page}#${id}`, content: wording(entry) })
    return false
  })
  return records
}
