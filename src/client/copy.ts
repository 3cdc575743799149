/** Puts text into the clipboard; false where the browser does not allow it. */
export async function copy(root: Document, text: string): Promise<boolean> {
  try {
    await navigator.clipboard.writeText(text)
    return true
  } catch {
    return copyBySelection(root, text)
  }
}

/** The older way, for pages that are not served securely. Inside an open dialog only the dialog may hold it. */
function copyBySelection(root: Document, text: string): boolean {
  const focused = root.activeElement
  const area = root.createElement('textarea')
  area.value = text
  area.className = 'copy-source'
  area.setAttribute('aria-hidden', 'true')
  ;(root.querySelector('dialog[open]') ?? root.body).append(area)
  area.select()
  const copied = root.execCommand('copy')
  area.remove()
  if (focused instanceof HTMLElement) focused.focus({ preventScroll: true })
  return copied
}
