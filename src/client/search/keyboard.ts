/** Arrows lead from the field through the hits and back; letters typed on a hit go to the field. */
export function followHits(panel: HTMLElement, field: HTMLInputElement): void {
  panel.addEventListener('keydown', (event) => {
    if (event.isComposing || event.ctrlKey || event.metaKey || event.altKey) return
    const hits = [...panel.querySelectorAll<HTMLElement>('a[data-hit]')]
    const at = hits.indexOf(event.target as HTMLElement)
    const target = event.target as HTMLElement
    if (target !== field && at < 0) return
    const to = destination(event.key, at, hits.length)
    if (to !== null) {
      event.preventDefault()
      const next = to < 0 ? field : hits[to]!
      next.focus()
      next.scrollIntoView({ block: 'nearest' })
    } else if (at >= 0 && event.key.length === 1 && event.key !== ' ') field.focus()
  })
}

/** Position among the hits, −1 for the field; null where the key means nothing here. */
export function destination(key: string, at: number, count: number): number | null {
  if (count === 0) return null
  if (key === 'ArrowDown') return Math.min(at + 1, count - 1)
  if (at < 0) return null
  if (key === 'ArrowUp') return at - 1
  if (key === 'Home') return 0
  return key === 'End' ? count - 1 : null
}
