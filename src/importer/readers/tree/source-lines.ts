/** The words of a page as they stand in its tree before anything is taken out of it. */
import type { Nodes } from 'hast'
import type { ImportPosition } from '../../import-position.ts'
import type { SourceLine } from '../../report/lost-words.ts'
import { isMath } from '../formulas/mathml.ts'
import { blockTags, isElement, silent, wordsIn } from './elements.ts'

/** A line for the words between two borders of blocks. `at` is asked for block after block, in order. */
export function sourceLinesOf(root: Nodes, at: (node: Nodes) => ImportPosition): SourceLine[] {
  const lines: SourceLine[] = []
  let text = ''
  let place = at(root)
  const flush = () => {
    if (/\S/.test(text)) lines.push({ text, at: place })
    text = ''
  }
  const rest: (Nodes | { border: Nodes })[] = [root]
  for (let node; (node = rest.pop());) {
    if ('border' in node) {
      flush()
      place = at(node.border)
    } else if (node.type === 'text') text += node.value
    else if ('children' in node && !(isElement(node) && silent.has(node.tagName))) {
      if (looksLikeCall(node)) {
        text += ` ${wordsIn(node)} `
        continue
      }
      if (isElement(node) && isMath({ name: node.tagName })) {
        text += ` ${wordsIn(node)} `
        continue
      }
      const isApart = isElement(node) && blockTags.has(node.tagName)
      if (isElement(node) && node.tagName === 'br') text += ' '
      if (isApart) {
        flush()
        place = at(node)
        rest.push({ border: node })
      }
      for (let i = node.children.length - 1; i >= 0; i -= 1) rest.push(node.children[i]!)
    }
  }
  flush()
  return lines
}

/** A number above the line, or in a link also a letter, may be the call of a note, and stands behind a word. */
const looksLikeCall = (node: Nodes): boolean =>
  isElement(node) &&
  (/^(?:sup|span)$/.test(node.tagName)
    ? /^\W*\d{1,4}\W*$/.test(wordsIn(node))
    : node.tagName === 'a' &&
      /^[^\p{L}\p{N}]*(?:\d{1,4}|\p{L})[^\p{L}\p{N}]*$/u.test(wordsIn(node)))
