import type { ElementContent } from 'hast'
import { element, findAll } from '../../hast.ts'

/**
 * Lowers the headings of a page by `depth` levels, since a file has only one h1. Below the title of a part the tags are
 * kept because styles depend on them; their level is set by `aria-level`.
 */
export function lowerHeadings(content: ElementContent[], depth: number): void {
  const isHeading = /^h([1-6])$/
  for (const heading of findAll(element('div', {}, content), ({ tagName }) =>
    isHeading.test(tagName),
  )) {
    const level = Number(heading.tagName[1])
    if (level === 1 && depth === 1)
      heading.properties['className'] = [
        ...((heading.properties['className'] as string[] | undefined) ?? []),
        'part-title',
      ]
    const tag = level === 1 || depth > 1 ? level + 1 : level
    heading.tagName = `h${Math.min(6, tag)}`
    if (tag !== level + depth) heading.properties['ariaLevel'] = String(level + depth)
  }
}
