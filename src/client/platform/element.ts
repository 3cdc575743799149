type Attributes = Readonly<Record<string, string>>

/** Creates an element with attributes, or only a class, and content; strings become text, never markup. */
export function element<K extends keyof HTMLElementTagNameMap>(
  root: Document,
  tag: K,
  attributes: string | Attributes = '',
  ...content: (Node | string | null)[]
): HTMLElementTagNameMap[K] {
  const made = root.createElement(tag)
  if (typeof attributes !== 'string')
    for (const [name, value] of Object.entries(attributes)) made.setAttribute(name, value)
  else if (attributes) made.className = attributes
  made.append(...content.filter((part) => part !== null))
  return made
}

export function button(
  root: Document,
  label: string,
  act: (button: HTMLButtonElement) => unknown,
  attributes: Attributes = {},
) {
  const made = element(root, 'button', { type: 'button', class: 'tool', ...attributes }, label)
  made.addEventListener('click', () => act(made))
  return made
}
