/** Below the words, or above them where there is no room; without words beside what opened it; in the window always. */
export function placeBox(
  root: Document,
  box: HTMLElement,
  ranges: readonly Range[],
  opener: HTMLElement | null,
): void {
  const view = root.defaultView!
  const beside = ranges.at(-1) ?? opener
  const words = beside?.getBoundingClientRect() ?? new DOMRect(0, view.innerHeight / 3, 0, 0)
  const { width, height } = box.getBoundingClientRect()
  const below = words.bottom + 8
  const above = words.top - height - 8
  const room = view.innerHeight - height - 8
  const top = below <= room ? below : above >= 8 ? above : Math.max(8, room)
  const left = Math.min(Math.max(8, words.left), root.documentElement.clientWidth - width - 8)
  box.style.top = `${view.scrollY + top}px`
  box.style.left = `${view.scrollX + left}px`
}
