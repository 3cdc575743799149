import type { Element, ElementContent, Parents, Root } from 'hast'
import { visit } from 'unist-util-visit'
import type { Note, Term } from '../../edition/model/model.ts'
import { element, text } from './element.ts'

export interface Apparatus {
  notes: readonly Note[]
  terms: ReadonlyMap<string, Term>
  /** The note as it stands beside the text, from the blocks that rehype-footnotes left of it. */
  noteElement: (note: Note, content: ElementContent[]) => Element
  glossElement: (term: Term, nth: number) => Element
}

/**
 * Moves every note out of the list of footnotes, and puts every gloss, behind the block that calls it first:
 * once in the document, in the order of the calls. Expects the marks that rehype-footnotes sets.
 */
export function placeApparatus(tree: Root, apparatus: Apparatus): void {
  const contents = takeNotes(tree)
  const byIdentifier = new Map(apparatus.notes.map((note) => [note.identifier, note]))
  const placed = new Set<Note>()
  const counts = new Map<Note, number>()
  for (const [host, block] of blocks(tree)) {
    const called: Element[] = []
    visit(block, 'element', (node, index, parent) => {
      const term = apparatus.terms.get(String(node.properties['data-term']))
      if (term && node.properties['role'] === 'doc-glossref')
        called.push(apparatus.glossElement(term, Number(node.properties['data-gloss'])))
      const identifier = node.properties['dataNote']
      const note = typeof identifier === 'string' ? byIdentifier.get(identifier) : undefined
      if (!note || !parent || index === undefined) return
      const nth = counts.get(note) ?? 0
      counts.set(note, nth + 1)
      ;(parent as Element).children[index] = callElement(note, nth, node)
      if (placed.has(note)) return
      placed.add(note)
      called.push(apparatus.noteElement(note, contents.get(note.identifier) ?? []))
    })
    host(called)
  }
}

/** Blocks of the text in order, each with a way to put things behind it. */
function blocks(tree: Root): [host: (apparatus: Element[]) => void, block: Element][] {
  const found: [(apparatus: Element[]) => void, Element][] = []
  const walk = (parent: Parents) => {
    for (const child of parent.children) {
      if (child.type !== 'element') continue
      if (child.tagName === 'section') walk(child)
      else if (child.properties['class'] === 'block')
        found.push([(items) => child.children.push(...items), child])
      else
        found.push([
          (items) => {
            if (items.length === 0) return
            const at = parent.children.indexOf(child)
            parent.children.splice(at, 1, element('div', { class: 'block' }, [child, ...items]))
          },
          child,
        ])
    }
  }
  walk(tree)
  return found
}

function takeNotes(tree: Root): Map<string, ElementContent[]> {
  const contents = new Map<string, ElementContent[]>()
  const at = tree.children.findIndex(
    (node) => node.type === 'element' && 'dataFootnotes' in node.properties,
  )
  if (at < 0) return contents
  visit(tree.children[at] as Element, 'element', (item) => {
    const identifier = item.properties['data-footnote-id']
    if (item.tagName === 'li' && typeof identifier === 'string')
      contents.set(
        decodeURI(identifier),
        item.children
          .filter((child) => child.type === 'element')
          .flatMap((child, i) => [...(i > 0 ? [text('\n')] : []), trimEnd(child)]),
      )
  })
  tree.children.splice(at, 1)
  return contents
}

/** Behind the last paragraph the removed back links, one for each call, have left their spaces. */
function trimEnd(block: Element): Element {
  for (let last = block.children.at(-1); last?.type === 'text'; last = block.children.at(-1)) {
    last.value = last.value.trimEnd()
    if (last.value) break
    block.children.pop()
  }
  return block
}

/** rehype-footnotes points a second call at a target that does not exist; the address is set anew here. */
function callElement(note: Note, nth: number, marked: Element): Element {
  const link = marked.children[0] as Element
  const properties = {
    role: 'doc-noteref',
    rel: String(link.properties['rel']),
    id: note.calls[nth]?.id ?? note.id,
    href: `#${note.id}`,
    'aria-label': `Fußnote ${note.label}`,
  }
  return element('a', properties, [text(note.label)])
}
