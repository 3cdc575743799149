import type { Root } from 'mdast'
import { visit } from 'unist-util-visit'
import type { Formula } from '../../markdown/nodes.ts'
import { problem, type Problem } from '../../problems/content-problems.ts'
import type { SourcePosition } from '../../problems/problem.ts'
import { positionBehind, positionOf } from '../../problems/source-position.ts'

/**
 * Reports formulas that TeX does not know, words and prices that have become formulas, and dollars that were meant for
 * formulas and have become words. `source`: of the whole tree.
 */
export function formulaProblems(tree: Root, path: string, source: string): Problem[] {
  const problems: Problem[] = []
  visit(tree, (node) => {
    const written = source.slice(node.position?.start.offset, node.position?.end.offset)
    const place = positionOf(path, node)
    if (node.type === 'formula') {
      if (node.fault)
        problems.push(
          problem(placeOfFault(place, node, written), 'invalid-formula', node.fault.what),
        )
      else if (isDoubtful(node.value)) problems.push(problem(place, 'doubtful-formula', written))
    }
    if (node.type === 'text' && written.includes('$'))
      for (const { 0: words, index } of written.matchAll(left))
        problems.push(
          problem(positionBehind(place, written.slice(0, index)), 'doubtful-formula', words.trim()),
        )
  })
  return problems
}

/** Commands with words or names in them. */
const worded =
  /\\(?:text\w*|mbox|hbox|operatorname\*?|math(?:rm|it|bf|sf|tt)|begin|end|tag|label|color)\s*\{[^{}]*\}(?:\{[lcr|\s]*\})?|\\[A-Za-z]+/g

/** Words that would be set as products of letters: „$5 für alle, also 10 US$“, „$Arbeit = Kraft$“. */
function isDoubtful(tex: string): boolean {
  const signs = tex.replace(worded, ' ')
  if (/[äöüßÄÖÜ„“‚‘”»«]|^\d[\d.,]*[\s(–-]+(?:US|USD|CAN|AU|HK|NZ)$/.test(signs)) return true
  const words = signs.match(/\p{L}*\p{Ll}\p{L}*/gu) ?? []
  return (
    words.some((word) => word.length > 3) || /(?<!\p{L})\p{L}*\p{Ll}\p{L}+\s+\p{L}{2,}/u.test(signs)
  )
}

/** What looks like a formula in words: `$$`, `$n$te`, `$ E = m $`, `$x^2 + 1` without an end. */
const left = new RegExp(
  [
    String.raw`(?<!\\)\$\$`,
    String.raw`(?<![\p{L}\p{N}\\$])\$[^\s$\d][^$\n]*(?<![\s\\])\$(?=\p{L})`,
    String.raw`(?<![\p{L}\p{N}\\$])\$ [^$\n]*[\\^_=][^$\n]*\$(?!\p{L})`,
    String.raw`(?<![\p{L}\p{N}\\$])\$(?:\\[A-Za-z]+|\p{L}\w*\s*[\^_=<>]|\d+[\^_])[^$\n]{0,40}`,
  ].join('|'),
  'gu',
)

const lines = /\r\n|\n|\r/

/** The value has lost dollars, and what stands before its lines in quotations and lists. */
function placeOfFault(
  { path, line, column }: SourcePosition,
  { value, fault }: Formula,
  written: string,
): SourcePosition {
  const before = value.slice(0, fault!.index).split(lines)
  const nth = before.length - 1
  const rows = written.split(lines)
  const row = nth + (/^\$\$\s*$/.test(rows[0]!) ? 1 : 0)
  const indent = Math.max(0, rows[row]?.indexOf(value.split(lines)[nth]!) ?? 0)
  const start = row === 0 ? column : 1
  return { path, line: line + row, column: start + indent + before.at(-1)!.length }
}
