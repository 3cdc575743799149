import { readFileSync } from 'node:fs'

/** Joins style sheets; of equal rules only the first is kept. */
export function joinStyles(sheets: readonly string[]): string {
  return [...new Set(sheets.flatMap(splitRules))].join('\n')
}

/** The top-level rules and statements of a sheet. */
function splitRules(css: string): string[] {
  const rules: string[] = []
  let depth = 0
  let start = 0
  for (const { 0: sign, index } of css.matchAll(/"(?:\\.|[^"\\])*"|'(?:\\.|[^'\\])*'|[{};]/g)) {
    if (sign === '{') depth++
    if (sign === '}') depth--
    if (depth > 0 || (sign !== '}' && sign !== ';')) continue
    rules.push(css.slice(start, index + 1).trim())
    start = index + 1
  }
  const rest = css.slice(start).trim()
  return rest ? [...rules, rest] : rules
}

const ownStyles = readFileSync(new URL('./file.css', import.meta.url), 'utf8')

/** Each style sheet once, without those that print the address of a page in its footer, and that of the file. */
export const stylesOf = (sheets: readonly string[]): string[] => [
  ...new Set(sheets.filter((css) => !css.startsWith('@page'))),
  ownStyles,
]
