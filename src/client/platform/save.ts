/** Downloads a file made in the page. */
export function save(root: Document, name: string, type: string, content: string): void {
  const url = URL.createObjectURL(new Blob([content], { type: `${type};charset=utf-8` }))
  const link = root.createElement('a')
  link.href = url
  link.download = name
  link.click()
  // The address is needed only until the download has begun.
  setTimeout(() => URL.revokeObjectURL(url), 60_000)
}
