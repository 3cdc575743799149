import type { Element, ElementContent, Root } from 'hast'
import { visit } from 'unist-util-visit'
import type { Note } from '../../edition/model/model.ts'
import { element, text } from './element.ts'

/**
 * Removes the contents of the notes from the list of footnotes and returns them, so that an output format can place
 * them, and sets the address of every call. Expects the output of rehype-footnotes.
 */
export function takeNotes(tree: Root, notes: readonly Note[]): Map<Note, ElementContent[]> {
  const items = takeList(tree)
  const called = new Set<string>()
  const byIdentifier = new Map(notes.map((note) => [note.identifier, note]))
  const counts = new Map<Note, number>()
  visit(tree, 'element', (node, index, parent) => {
    const identifier = node.properties['dataNote']
    const note = typeof identifier === 'string' ? byIdentifier.get(identifier) : undefined
    if (!note || !parent || index === undefined) return
    called.add(note.identifier)
    const nth = counts.get(note) ?? 0
    counts.set(note, nth + 1)
    ;(parent as Element).children[index] = callElement(note, nth, node)
  })
  // The list has the notes in the order of their first calls; its ids are escaped in a way that cannot be undone.
  const contents = new Map([...called].map((identifier, i) => [identifier, items[i] ?? []]))
  return new Map(notes.map((note) => [note, contents.get(note.identifier) ?? []]))
}

function takeList(tree: Root): ElementContent[][] {
  const contents: ElementContent[][] = []
  const at = tree.children.findIndex(
    (node) => node.type === 'element' && 'dataFootnotes' in node.properties,
  )
  if (at < 0) return contents
  visit(tree.children[at] as Element, 'element', (item) => {
    if (item.tagName === 'li' && 'data-footnote-id' in item.properties)
      contents.push(
        item.children
          .filter((child) => child.type === 'element')
          .flatMap((child, i) => [...(i > 0 ? [text('\n')] : []), trimEnd(child)]),
      )
  })
  tree.children.splice(at, 1)
  return contents
}

/** Removes the spaces that the removed back links left after the last paragraph. */
function trimEnd(block: Element): Element {
  for (let last = block.children.at(-1); last?.type === 'text'; last = block.children.at(-1)) {
    last.value = last.value.trimEnd()
    if (last.value) break
    block.children.pop()
  }
  return block
}

/** Sets the address anew, since rehype-footnotes gives a second call a target that does not exist. */
function callElement(note: Note, nth: number, marked: Element): Element {
  const link = marked.children[0] as Element
  const properties = {
    role: 'doc-noteref',
    rel: String(link.properties['rel']),
    id: note.calls[nth]?.id ?? note.id,
    href: `#${note.id}`,
    'aria-label': `Anmerkung ${note.label}`,
  }
  return element('a', properties, [text(note.label)])
}
