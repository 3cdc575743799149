/** `#id .class key=value` → attributes. */
export function attributesOf(text: string): Record<string, string> {
  const found: Record<string, string> = {}
  const classes: string[] = []
  for (const [, id, name, key, double, single, bare] of text.matchAll(
    /#([^\s{}]+)|\.([^\s{}=]+)|([\w:-]+)=(?:"([^"]*)"|'([^']*)'|([^\s{}]+))/g,
  )) {
    if (id) found.id = id
    if (name) classes.push(name)
    if (key) found[key] = double ?? single ?? bare ?? ''
  }
  if (classes.length > 0) found.class = classes.join(' ')
  return found
}

export const isAttributes = (text: string): boolean =>
  /^\s*(?:(?:[#.][^\s{}=]+|[\w:-]+=(?:"[^"]*"|'[^']*'|[^\s{}]+)|-)\s*)+$/.test(text)

const escaped = (value: string): string =>
  value.replace(/&/g, '&amp;').replace(/"/g, '&quot;').replace(/</g, '&lt;')

/** A start tag; attributes without a meaning for the text are left out. */
export function tagOf(name: string, attributes: Readonly<Record<string, string>>): string {
  const kept = Object.entries(attributes).filter(([key]) =>
    /^(?:id|class|lang|style|role)$/.test(key),
  )
  return `<${name}${kept.map(([key, value]) => ` ${key}="${escaped(value)}"`).join('')}>`
}
