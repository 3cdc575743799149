/** Custom properties of a block of CSS: `--ink` → `#191d21`. */
export function propertiesOf(css: string, selector: string): Record<string, string> {
  const start = css.indexOf(`${selector} {`)
  if (start < 0) throw new Error(`tokens.css has no “${selector}”.`)
  const block = css.slice(start, css.indexOf('}', start))
  return Object.fromEntries(
    [...block.matchAll(/(--[\w-]+):\s*(#[\da-f]{6})/g)].map(([, name, value]) => [name!, value!]),
  )
}
