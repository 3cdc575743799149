import type { ElementContent } from 'hast'
import { element, findAll } from '../../hast.ts'

/**
 * The headings of a page as those of a part, `depth` levels lower: a file has one h1. Below a part's title the tags
 * stay, for styles hang on them; what they mean is said by `aria-level`.
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
