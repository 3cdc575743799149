/** Room that messages take at the foot of the window, in pixels. */
const room = 96

/** Where the bar lies at the foot of the window and leaves room above it, messages stand there until it closes. */
export function raiseMessages(root: Document, bar: HTMLElement, signal: AbortSignal): void {
  const status = root.querySelector<HTMLElement>('[data-status]')
  const { top, bottom } = bar.getBoundingClientRect()
  if (!status || bottom < innerHeight - room || top < room) return
  status.style.bottom = `${innerHeight - top + 8}px`
  signal.addEventListener('abort', () => status.style.removeProperty('bottom'))
}
