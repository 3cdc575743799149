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
