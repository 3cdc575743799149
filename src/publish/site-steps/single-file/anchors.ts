import { mainId, nameEnd } from '../../../contract/ids.ts'
import type { Element, Properties } from 'hast'
import { findAll } from '../../hast.ts'

/** Maps pages and ids of the site to ids in the file, in which ids of different pages must not collide. */
export class Anchors {
  readonly #taken = new Set<string>()
  readonly #pages = new Map<string, { anchor: string; ids: Map<string, string> }>()

  /** Registers the ids of a page; only ids already taken by an earlier page are renamed. */
  add(path: string, content: Element, anchor?: string): void {
    this.#add(path, content, (id) => this.#take(id, path), anchor)
  }

  /** Prefixes all ids with the name of the page, taken or not; returns the prefix. */
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

  /** Every `path` and `path#id` that the file contains. */
  *targets(): Generator<string> {
    for (const [path, { ids }] of this.#pages) {
      yield path
      for (const id of ids.keys()) yield `${path}#${id}`
    }
  }

  /** The id in the file for `path` or `path#id`; null if the file does not contain it. */
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
