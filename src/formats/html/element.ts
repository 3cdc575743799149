import type { Element, ElementContent, Properties, Text } from 'hast'

export const text = (value: string): Text => ({ type: 'text', value })

/** Omits properties that are null or empty. */
export function element(
  tagName: string,
  properties: Record<string, string | null | undefined>,
  children: ElementContent[],
): Element {
  const given = Object.entries(properties).filter(
    ([, value]) => value !== null && value !== undefined,
  )
  return { type: 'element', tagName, properties: Object.fromEntries(given) as Properties, children }
}
