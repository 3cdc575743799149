const adopted = new WeakMap<Document, Set<string>>()

/**
 * Adds styles that are needed only after an action and loaded with its script (`import css from './x.css?inline'`).
 * The policy of the page allows constructed style sheets.
 */
export function adopt(root: Document, css: string): void {
  const known = adopted.get(root) ?? new Set()
  if (known.has(css)) return
  adopted.set(root, known.add(css))
  const sheet = new root.defaultView!.CSSStyleSheet()
  sheet.replaceSync(css)
  root.adoptedStyleSheets.push(sheet)
}
