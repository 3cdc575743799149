/** Copies text to the clipboard; false if the browser does not allow it. */
export async function copy(root: Document, text: string): Promise<boolean> {
  try {
    await navigator.clipboard.writeText(text)
    return true
  } catch {
    return copyBySelection(root, text)
  }
}

/** Copies text and HTML, for programs that keep emphasis. */
export async function copyRich(
  root: Document,
  { text, html }: { text: string; html: string },
): Promise<boolean> {
  const blob = (type: string, content: string) => [type, new Blob([content], { type })] as const
  try {
    const forms = [blob('text/plain', text), blob('text/html', html)]
    await navigator.clipboard.write([new ClipboardItem(Object.fromEntries(forms))])
    return true
  } catch {
    return copy(root, text)
  }
}

/** For pages not served securely. The field is put into an open dialog, since everything else is inert. */
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
