/** Downloads a file made in the page. */
export function save(
  root: Document,
  name: string,
  type: string,
  content: string | Uint8Array<ArrayBuffer>,
): void {
  const whole = typeof content === 'string' ? `${type};charset=utf-8` : type
  const url = URL.createObjectURL(new Blob([content], { type: whole }))
  const link = root.createElement('a')
  link.href = url
  link.download = name
  link.click()
  // The address is needed only until the download has begun.
  setTimeout(() => URL.revokeObjectURL(url), 60_000)
}
