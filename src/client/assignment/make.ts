/** An element with attributes and content. Words become text, whatever is in them. */
export function make<K extends keyof HTMLElementTagNameMap>(
  root: Document,
  tag: K,
  attributes: Readonly<Record<string, string>> = {},
  ...content: (Node | string | null)[]
): HTMLElementTagNameMap[K] {
  const element = root.createElement(tag)
  for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value)
  element.append(...content.filter((part) => part !== null))
  return element
}

export function button(root: Document, words: string, press: () => unknown): HTMLButtonElement {
  const made = make(root, 'button', { type: 'button', class: 'tool' }, words)
  made.addEventListener('click', () => press())
  return made
}
