import type { Emphasis, Parents, Root, Strong } from 'mdast'
import { visit } from 'unist-util-visit'
import { problem, type Problem } from '../../problems/content-problems.ts'
import { positionBehind } from '../../problems/source-position.ts'

/**
 * Reports marks of emphasis that would be shown as typed, and emphasis that may have been made of gender stars.
 * `source`: of the whole tree.
 */
export function strayEmphasis(tree: Root, path: string, source: string): Problem[] {
  /** Where a word begins → the word, and its first doubtful sign. */
  const found = new Map<number, { word: string; sign: string }>()
  const add = (at: number) => {
    const [start, word] = wordAt(source, at)
    if (!found.has(start)) found.set(start, { word, sign: source[at]! })
  }
  visit(tree, (node, _, parent) => {
    if (!node.position) return
    const start = node.position.start.offset!
    const end = node.position.end.offset!
    if (node.type === 'text' && !isAddress(parent, source))
      for (const at of strayMarks(source, start, end)) add(at)
    if ((node.type === 'emphasis' || node.type === 'strong') && isDoubtful(node, source)) add(start)
  })
  return [...found].map(([offset, { word, sign }]) => {
    const start = { path, line: 1, column: 1 }
    const position = positionBehind(start, source.slice(0, offset))
    return problem(position, 'stray-emphasis', word, sign)
  })
}

/** An address that has become a link by itself may hold any sign. */
const isAddress = (parent: Parents | undefined, source: string) =>
  parent?.type === 'link' && source[parent.position?.start.offset ?? 0] !== '['

const isSpace = (sign: string) => /^\s?$/.test(sign)
const isWord = (sign: string) => /^[\p{L}\p{N}]/u.test(sign)

/** Where marks stand between `start` and `end` that are neither escaped nor plainly signs. */
function* strayMarks(source: string, start: number, end: number): Generator<number> {
  for (const { 0: run, index } of source.slice(start, end).matchAll(/\\[^]|\*+|_+|~~+|`+/g)) {
    if (run.startsWith('\\')) continue
    const at = start + index
    const before = signBefore(source, at)
    const behind = source.slice(at + run.length, at + run.length + 3)
    if (isPlainlyASign(run, before, behind)) continue
    if (!isTrailingStar(run, before, behind) || mayOpen(source.slice(start, at))) yield at
  }
}

function isPlainlyASign(run: string, before: string, behind: string): boolean {
  const after = String.fromCodePoint(behind.codePointAt(0) ?? 32)
  if (isSpace(before) && isSpace(after)) return true
  // „*“, (*)
  if (/^[„“"«»‚‘(›‹[]/.test(before) && /^[“”"«»‘)›‹\]]/.test(after)) return true
  if (run.startsWith('_')) {
    if (isWord(before) && isWord(after)) return true
    return run.length > 2 && !isWord(before) && !isWord(after)
  }
  if (run !== '*') return false
  // Akteur*innen, (Nutzer)*innen, Bürger*-innen
  if (isWord(before)) return isWord(after) || /^-\p{Ll}/u.test(behind)
  return before === ')' && /^\p{Ll}/u.test(behind)
}

/** Frauen*, Lehrer*in* and Frauen*-Netz: a star behind a word and before none, which can begin no emphasis. */
function isTrailingStar(run: string, before: string, behind: string): boolean {
  return run === '*' && isWord(before) && !isWord(behind)
}

/** Whether a star stands by itself before, with which the later one may have been meant as a pair: `* Worte*`. */
const mayOpen = (words: string) => /(?:^|\s)\*(?=\s|$)/.test(words)

/** A page of the print, or the number of a paragraph, has no sign of its own before the emphasis. */
const placeMark = /\[\]\((?:page|abs):[^()\s]*\)$/u

/** Emphasis that begins behind a word, or ends before an ending: `(Nutzer)*innen und Bürger*-innen`. */
function isDoubtful(node: Emphasis | Strong, source: string): boolean {
  const start = node.position!.start.offset!
  const end = node.position!.end.offset!
  if (source[start] !== '*') return false
  const before = source
    .slice(Math.max(0, start - 60), start)
    .replace(placeMark, '')
    .slice(-3)
  const inner = source.slice(start, end).replace(/^\*+/, '')
  const isBehindAWord =
    /(?:[)\]}]|[\p{L}\p{N}.!?)][“”«»"›‹])$/u.test(before) && /^-?\p{Ll}/u.test(inner)
  const isInAWord = /[\p{L}\p{N}]$/u.test(before) && /\s/.test(inner)
  const isBeforeAnEnding = /^-in(?:nen)?(?!\p{L})/u.test(source.slice(end, end + 6))
  return isBehindAWord || isInAWord || isBeforeAnEnding
}

const signBefore = (source: string, at: number) =>
  [...source.slice(Math.max(0, at - 2), at)].at(-1) ?? ''

/** The word around a mark, and where it begins. */
function wordAt(source: string, at: number): [offset: number, word: string] {
  let start = at
  while (start > 0 && at - start < 40 && !isSpace(source[start - 1]!)) start--
  const [rest] = /^\S{0,40}/.exec(source.slice(at, at + 40))!
  return [start, source.slice(start, at) + rest]
}
