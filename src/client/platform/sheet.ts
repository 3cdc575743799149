const adopted = new WeakMap<Document, Set<string>>()

/**
 * Adds styles that are needed only after an action; they come with its script (`import css from './x.css?inline'`).
 * A constructed sheet is allowed by the policy of the page.
 */
export function adopt(root: Document, css: string): void {
  const known = adopted.get(root) ?? new Set()
  if (known.has(css)) return
  adopted.set(root, known.add(css))
  const sheet = new root.defaultView!.CSSStyleSheet()
  sheet.replaceSync(css)
  root.adoptedStyleSheets.push(sheet)
}
