/** TeX between signs in the words of a page: `\(…\)`, `\[…\]`, and dollars where the page has a program for them. */
import type { Nodes } from 'hast'
import { attribute, elementsOf, wordsIn } from '../tree/elements.ts'

export interface TextFormula {
  tex: string
  display: boolean
  /** With the signs around it. */
  written: string
}

const signs = String.raw`\\\((.+?)\\\)|\\\[(.+?)\\\]`
const dollars = String.raw`(?<!\\)\$\$([^$]+?)\$\$|(?<![\\$\p{L}\p{N}])\$((?=\S)[^$\n]*?(?:\\[A-Za-z]|[\^_=<>])[^$\n]*?|\p{L})(?<![\s\\])\$(?![\p{L}\p{N}$])`
const withSigns = new RegExp(signs, 'gs')
const withDollars = new RegExp(`${signs}|${dollars}`, 'gsu')

/** The words and formulas of a text, in order. */
export function formulasInText(text: string, hasDollars: boolean): (string | TextFormula)[] {
  const [, alone] = (hasDollars && /^\s*\$([^$]+)\$\s*$/.exec(text)) || []
  if (alone) return [{ tex: alone, display: false, written: text }]
  const parts: (string | TextFormula)[] = []
  let from = 0
  for (const match of text.matchAll(hasDollars ? withDollars : withSigns)) {
    const [whole, inline, block, ownLine, inDollars] = match
    const tex = inline ?? block ?? ownLine ?? inDollars ?? ''
    parts.push(text.slice(from, match.index))
    parts.push({ tex, display: inline === undefined && inDollars === undefined, written: whole })
    from = match.index + whole.length
  }
  return [...parts, text.slice(from)].filter((part) => part !== '')
}

/** Whether a page has a program that sets what is between dollars. */
export function readsDollars(root: Nodes): boolean {
  for (const element of elementsOf(root)) {
    if (element.tagName !== 'script' && element.tagName !== 'link') continue
    const source = attribute(element, 'src') + attribute(element, 'href')
    const own = element.children.map((child) => wordsIn(child)).join('')
    if (/mathjax|katex|tex-(?:mml|svg|chtml)/i.test(source + own)) return true
  }
  return false
}
