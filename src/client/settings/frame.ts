/** Keeps the browser’s own frame in the colour of the paper. */
export function colourFrame(root: Document): void {
  const { theme } = root.documentElement.dataset
  const paper = getComputedStyle(root.documentElement).getPropertyValue('--paper')
  for (const meta of root.querySelectorAll<HTMLMetaElement>('meta[name="theme-color"]')) {
    meta.dataset['own'] ??= meta.content
    meta.content = theme ? paper : meta.dataset['own']
  }
}
