import type { List, Root } from 'mdast'
import { visit } from 'unist-util-visit'
import { problem, type Problem } from '../../problems/content-problems.ts'
import { positionOf } from '../../problems/source-position.ts'

/**
 * Reports lists that are none: „30. Oktober“ or „1914. Beginn des Krieges“ at the start of a paragraph, and numbers
 * that would be counted anew. `source`: of the whole tree.
 */
export function ordinalLists(tree: Root, path: string, source: string): Problem[] {
  const problems: Problem[] = []
  visit(tree, 'list', (list) => {
    const items = list.children.map((item) => source.slice(item.position?.start.offset))
    const [, number = '', mark = '', words = ''] =
      /^(\d*)([.)]|[-+*])[ \t]*([^\n]*)/.exec(items[0] ?? '') ?? []
    if (number ? isOrdinal(list, items) : isSign(list, words)) {
      const begins = `${number}${mark} ${words.slice(0, 20)}`.trim()
      problems.push(problem(positionOf(path, list), 'ordinal-list', begins, `${number}\\${mark}`))
    }
  })
  return problems
}

const ordinal =
  /^\d+[.)]\s+(?:(?:Januar|Jänner|Februar|Feber|März|April|Mai|Juni|Juli|August|September|Oktober|November|Dezember|Jahrhunderts?)(?!\p{L})|(?:Jan|Feb|Apr|Aug|Sept?|Okt|Nov|Dez|Jh|Jhdt|Aufl)\.)/u

function isOrdinal(list: List, items: readonly string[]): boolean {
  const numbers = items.map((item) => parseInt(item, 10))
  const [first = 0] = numbers
  if (numbers.length === 1 || items.some((item) => ordinal.test(item))) return true
  if (numbers.every((number) => number === 1)) return false
  if (numbers.some((number, i) => number !== first + i)) return true
  return first >= 100 || (first > 1 && isLoose(list))
}

const isLoose = ({ spread, children }: List) => spread || children.some((item) => item.spread)

/** „- 5 Grad“, „* 1926“, „+ 1989“: a list of one that begins with a number. */
const isSign = ({ children }: List, words: string) => children.length === 1 && /^\d/.test(words)
