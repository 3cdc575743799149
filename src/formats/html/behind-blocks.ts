import type { Element, Parents, Root } from 'hast'
import { visit } from 'unist-util-visit'
import type { Note, Term } from '../../edition/model/model.ts'
import { element } from './element.ts'

/** The notes and glosses of a text. */
export interface Apparatus {
  /** By their ids. */
  notes: ReadonlyMap<string, Note>
  terms: ReadonlyMap<string, Term>
  noteElement: (note: Note) => Element
  glossElement: (term: Term, nth: number) => Element
}

/** Inserts every note and gloss once, after the block that calls it first, in the order of the calls. */
export function placeBehindBlocks(tree: Root, apparatus: Apparatus): void {
  const placed = new Set<Note>()
  for (const [addBehind, block] of blocks(tree)) {
    const called: Element[] = []
    visit(block, 'element', ({ properties }) => {
      const term = apparatus.terms.get(String(properties['data-term']))
      if (term && properties['role'] === 'doc-glossref')
        called.push(apparatus.glossElement(term, Number(properties['data-gloss'])))
      if (properties['role'] !== 'doc-noteref') return
      const note = apparatus.notes.get(String(properties['href']).slice(1))
      if (!note || placed.has(note)) return
      placed.add(note)
      called.push(apparatus.noteElement(note))
    })
    addBehind(called)
  }
}

/** Blocks of the text in order, each with a function that inserts elements after it. */
function blocks(tree: Root): [addBehind: (apparatus: Element[]) => void, block: Element][] {
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
