/** An element with its class and content; words become text, never markup. */
export function element<K extends keyof HTMLElementTagNameMap>(
  root: Document,
  tag: K,
  className = '',
  ...content: (Node | string)[]
): HTMLElementTagNameMap[K] {
  const made = root.createElement(tag)
  if (className) made.className = className
  made.append(...content)
  return made
}

export function button(root: Document, label: string, act: (button: HTMLButtonElement) => unknown) {
  const made = element(root, 'button', 'tool', label)
  made.type = 'button'
  made.addEventListener('click', () => act(made))
  return made
}
