const adopted = new WeakMap<Document, Set<string>>()

/**
 * Adds styles that nobody needs before an action; they come with the script of it (`import css from './x.css?inline'`).
 * A constructed sheet keeps to the policy of the page.
 */
export function adopt(root: Document, css: string): void {
  const known = adopted.get(root) ?? new Set()
  if (known.has(css)) return
  adopted.set(root, known.add(css))
  const sheet = new root.defaultView!.CSSStyleSheet()
  sheet.replaceSync(css)
  root.adoptedStyleSheets.push(sheet)
}
