/** A style sheet and the markup that wants it. */
export interface Sheet {
  wanted: RegExp
  css: string
}

/** The styles that a page wants, as one element of its head; empty if it wants none. `more`: other rules for it. */
export function sheetsFor(html: string, sheets: readonly Sheet[], more: string): string {
  const wanted = sheets.filter(({ wanted }) => wanted.test(html)).map(({ css }) => css.trim())
  const css = [...wanted, more].filter(Boolean)
  return css.length > 0 ? `<style>${css.join('\n')}</style>` : ''
}
