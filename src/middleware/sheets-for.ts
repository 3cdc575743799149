/** A style sheet and the markup that wants it. */
export interface Sheet {
  wanted: RegExp
  css: string
}

/** The styles that a page wants, as one element of its head; empty if it wants none. */
export function sheetsFor(html: string, sheets: readonly Sheet[]): string {
  const css = sheets.filter(({ wanted }) => wanted.test(html)).map(({ css }) => css.trim())
  return css.length > 0 ? `<style>${css.join('\n')}</style>` : ''
}
