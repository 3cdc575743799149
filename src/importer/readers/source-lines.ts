/** The words of an XML source by blocks, for comparison with what a reader makes of it. */
import type { ImportPosition } from '../import-position.ts'
import type { SourceLine } from '../report/lost-words.ts'
import type { XmlElement } from './xml.ts'

export interface SourceRules {
  /** Place of an element whose words are apart from those around it; null: it is no such element. */
  blockAt: (element: XmlElement) => ImportPosition | null
  /** Whether an element stands in the middle of words that go on behind it, as a note does. */
  isInside: (element: XmlElement) => boolean
  /** What stands for an element: words, a space; null: its children. */
  wordsFor: (element: XmlElement) => string | null
  /** Whether the text in an element is words; false: it is white space of the XML, or data. */
  holdsWords: (element: XmlElement) => boolean
  /** Place of what stands outside of blocks. */
  start: ImportPosition
}

/** Each block's own words as a line, in the order in which they begin in the source. */
export function sourceLines(root: XmlElement, rules: SourceRules): SourceLine[] {
  const lines: SourceLine[] = []
  /** `before`: how many lines there were when the first of its words came. */
  const open: { text: string; at: ImportPosition; before: number }[] = [
    { text: '', at: rules.start, before: 0 },
  ]
  const add = (words: string) => {
    const line = open.at(-1)!
    if (line.text.trim() === '') line.before = lines.length
    line.text += words
  }
  const flush = () => {
    const line = open.at(-1)!
    const { text, at, before } = line
    if (/\S/.test(text)) lines.splice(before, 0, { text, at })
    line.text = ''
  }
  const walk = (node: XmlElement) => {
    const words = rules.wordsFor(node)
    if (words !== null) {
      add(words)
      return
    }
    const isInside = rules.isInside(node)
    const at = rules.blockAt(node) ?? (isInside ? open.at(-1)!.at : null)
    if (at) {
      if (!isInside) flush()
      open.push({ text: '', at, before: lines.length })
    }
    const holdsWords = rules.holdsWords(node)
    for (const child of node.children)
      if (child.kind === 'element') walk(child)
      else if (holdsWords) add(child.value)
    if (at) {
      flush()
      open.pop()
    }
  }
  walk(root)
  flush()
  return lines
}
