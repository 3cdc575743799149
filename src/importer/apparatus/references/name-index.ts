import { bare } from './similar.ts'

/** Finds items by names that may differ by one letter. */
export class NameIndex<Item> {
  readonly #items = new Map<string, Item[]>()
  readonly #order = new Map<Item, number>()

  add(name: string, item: Item): void {
    this.#order.set(item, this.#order.size)
    for (const form of formsOf(name)) {
      const own = this.#items.get(form)
      if (own) own.push(item)
      else this.#items.set(form, [item])
    }
  }

  /** All items whose name is at most one letter apart, and some others; in the order in which they were added. */
  near(name: string): Item[] {
    const found = new Set<Item>()
    for (const form of formsOf(name))
      for (const item of this.#items.get(form) ?? []) found.add(item)
    return [...found].sort((a, b) => this.#order.get(a)! - this.#order.get(b)!)
  }
}

const longestName = 40

/** A name, and the name with each of its letters left out: names one letter apart have one of these in common. */
function formsOf(name: string): Set<string> {
  const whole = bare(name)
  if (whole.length > longestName) return new Set([whole])
  const shorter = Array.from(
    { length: whole.length },
    (_, i) => whole.slice(0, i) + whole.slice(i + 1),
  )
  return new Set([whole, ...shorter])
}
