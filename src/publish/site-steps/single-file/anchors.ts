import { mainId, nameEnd } from '../../../contract/ids.ts'
import type { Element, Properties } from 'hast'
import { findAll } from '../../hast.ts'

/** Where the pages of the site are in the file: ids are one page's own, and a file holds several. */
export class Anchors {
  readonly #taken = new Set<string>()
  readonly #pages = new Map<string, { anchor: string; ids: Map<string, string> }>()

  /** Gives the ids of a page their place; a page that comes first keeps its own. */
  add(path: string, content: Element, anchor?: string): void {
    this.#add(path, content, (id) => this.#take(id, path), anchor)
  }

  /** Each of its ids gets the name of the page before it, taken or not; returns what stands before them. */
  addNamed(path: string, content: Element): string {
    const before = `${nameOf(path)}${nameEnd}`
    this.#add(path, content, (id) => this.#take(before + id, path))
    return before
  }

  #add(path: string, content: Element, place: (id: string) => string, anchor?: string): void {
    const ids = new Map<string, string>()
    for (const { properties } of findAll(content, ({ properties }) => 'id' in properties)) {
      const id = String(properties['id'])
      ids.set(id, place(id))
    }
    this.#pages.set(path, { ids, anchor: anchor ?? this.#take(nameOf(path), path) })
    for (const element of findAll(content, () => true)) rename(element.properties, ids)
  }

  /** The id in the file of `path` or `path#id`; null: the file does not hold it. */
  find(target: string): string | null {
    const [path = '', id] = target.split('#')
    const page = this.#pages.get(path)
    if (!page) return null
    return id && id !== mainId ? (page.ids.get(id) ?? null) : page.anchor
  }

  #take(id: string, path: string): string {
    let free = id
    while (this.#taken.has(free)) free = `${nameOf(path)}${nameEnd}${free}`
    this.#taken.add(free)
    return free
  }
}

const nameOf = (path: string) => path.replace(/\/$/, '').replaceAll('/', '-') || 'titelseite'

const references = [
  'id',
  'htmlFor',
  'ariaLabelledBy',
  'ariaDescribedBy',
  'ariaControls',
  'ariaDetails',
  'popoverTarget',
]

function rename(properties: Properties, ids: ReadonlyMap<string, string>) {
  for (const name of references) {
    const value = properties[name]
    if (typeof value === 'string') properties[name] = ids.get(value) ?? value
    else if (Array.isArray(value)) properties[name] = value.map((id) => ids.get(String(id)) ?? id)
  }
}
