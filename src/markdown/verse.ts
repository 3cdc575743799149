import type { Paragraph, PhrasingContent, Root, Text } from 'mdast'
import { visit } from 'unist-util-visit'
import type { Info, State } from 'mdast-util-to-markdown'
import type { VerseLine } from './nodes.ts'

/** Writes a paragraph of verse: a bar before each line, one alone between stanzas. */
export function verseToMarkdown({ children }: Paragraph, state: State, info: Info): string {
  const exits = [state.enter('paragraph'), state.enter('phrasing')]
  const lines = children.flatMap((line) => {
    if (line.type !== 'verseLine') return []
    const words = state.containerPhrasing(line, { ...info, before: ' ', after: '\n' })
    // A line of strokes alone would make a table of the one before.
    const safe = words.replace(/^(?=[-:| ]+$)/, '\\')
    return [...(line.beginsStanza ? ['|'] : []), `| ${' '.repeat(line.indent)}${safe}`]
  })
  for (const exit of exits.toReversed()) exit()
  return lines.join('\n')
}

/** Makes verse of paragraphs whose lines begin with a bar, as in Pandoc: `| Zeile`. `source`: of the whole tree. */
export function readVerse(tree: Root, source: string): void {
  visit(tree, 'paragraph', (node) => {
    const start = node.position?.start.offset
    if (start === undefined || !/^\|(?:[ \t]|$)/m.test(source.slice(start, start + 2))) return
    const lines = linesOf(node.children, source)
    // A table that is none.
    if (lines.every((line) => /\|\s*$/.test(lastWords(line)))) return
    node.children = versesOf(lines)
  })
}

/** Content divided at its line ends; a node that goes on in the next line is one node in each. */
function linesOf(nodes: readonly PhrasingContent[], source: string): PhrasingContent[][] {
  const lines: PhrasingContent[][] = [[]]
  for (const node of nodes) {
    if (node.type === 'break') {
      lines.push([])
      continue
    }
    const parts: PhrasingContent[][] =
      node.type === 'text'
        ? textLines(node, source).map((part) => [part])
        : 'children' in node
          ? linesOf(node.children, source).map((children) => [
              { ...node, children } as PhrasingContent,
            ])
          : [[node]]
    const [first = [], ...more] = parts
    lines.at(-1)!.push(...first)
    lines.push(...more)
  }
  return lines
}

function textLines(node: Text, source: string): Text[] {
  const values = node.value.split('\n')
  const start = node.position?.start
  const rows = source.slice(start?.offset, node.position?.end.offset).split(/\r\n|\n|\r/)
  if (!start || rows.length !== values.length) return values.map((value) => ({ ...node, value }))
  let offset = start.offset!
  return values.map((value, i) => {
    const row = rows[i]!
    const indent = i === 0 ? 0 : /^[>\s]*/.exec(row)![0].length
    const line = start.line + i
    const column = (i === 0 ? start.column : 1) + indent
    const length = row.length - indent
    const from = source.indexOf(row, offset) + indent
    offset = from + length
    return {
      ...node,
      value,
      position: {
        start: { line, column, offset: from },
        end: { line, column: column + length, offset },
      },
    }
  })
}

const lastWords = (line: readonly PhrasingContent[]): string => {
  const last = line.at(-1)
  if (!last) return ''
  return 'children' in last ? lastWords(last.children) : 'value' in last ? last.value : ''
}

function versesOf(lines: PhrasingContent[][]): Paragraph['children'] {
  const verses: VerseLine[] = []
  let beginsStanza = false
  for (const line of lines) {
    const bar = takeBar(line)
    const last = verses.at(-1)
    // A line without a bar goes on with the one before.
    if (bar === null && last) last.children.push({ type: 'text', value: ' ' }, ...line)
    else if (wordless(line)) beginsStanza = last !== undefined
    else {
      const [first] = line
      verses.push({
        type: 'verseLine',
        ...{ number: null, indent: bar ?? 0, beginsStanza },
        children: line,
        ...(first?.position && { position: first.position }),
      })
      beginsStanza = false
    }
  }
  return verses
}

/** Removes the bar before a line; returns by how much it is indented, null if there is none. */
function takeBar(line: PhrasingContent[]): number | null {
  const [first] = line
  if (!first) return null
  if ('children' in first) return takeBar(first.children)
  if (first.type !== 'text') return null
  const [bar, spaces] = /^\|(?: ([ \u00a0]*)|$)/.exec(first.value) ?? []
  if (bar === undefined) return null
  first.value = first.value.slice(bar.length)
  if (first.position) {
    const { line, column, offset = 0 } = first.position.start
    const start = { line, column: column + bar.length, offset: offset + bar.length }
    first.position = { ...first.position, start }
  }
  return spaces?.length ?? 0
}

const wordless = (line: readonly PhrasingContent[]): boolean =>
  line.every((node) =>
    'children' in node ? wordless(node.children) : node.type === 'text' && node.value.trim() === '',
  )
