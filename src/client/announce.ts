let hiding: ReturnType<typeof setTimeout>

/** Says something in the status line of the page: seen for some seconds, read aloud when the voice is free. */
export function announce(root: Document, message: string): void {
  const status = root.querySelector<HTMLElement>('[data-status]')
  if (!status) return
  clearTimeout(hiding)
  // Emptied first, so that the same message is read a second time.
  status.textContent = ''
  requestAnimationFrame(() => (status.textContent = message))
  hiding = setTimeout(() => (status.textContent = ''), 3000 + 60 * message.length)
}
