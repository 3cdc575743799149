/** Appends items to a list. `push(...items)` fails with a RangeError at about 100,000 items. */
export function addAll<Item>(list: Item[], items: Iterable<Item>): void {
  for (const item of items) list.push(item)
}
