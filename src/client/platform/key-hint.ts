/** „ (Strg+Z)“, where there is a keyboard to be expected; a telephone shows nothing. */
export function keyHint(root: Document, key: string): string {
  const view = root.defaultView
  if (!view?.matchMedia('(any-pointer: fine)').matches) return ''
  return ` (${/mac/i.test(view.navigator.userAgent) ? '⌘' : 'Strg+'}${key})`
}
