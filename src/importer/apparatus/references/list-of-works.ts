import type { Block, Passage } from '../../imported-text.ts'

/** Titles of a list of works at the end of a text. */
const titles =
  /^(?:(?:\d+(?:\.\d+)*|[ivx]+)\.?\s+)?(?:(?:zitierte|verwendete|benutzte|weiterführende) )?(?:literatur(?:verzeichnis|liste|angaben|nachweise?)?|bibliogra(?:ph|f)ie|quellen(?:verzeichnis)?(?: und literatur(?:verzeichnis)?)?|literatur und quellen|references?|works cited|bibliography)[.:]?$/iu

export const namesListOfWorks = (text: string): boolean => titles.test(text.trim())

/** The entries of the list of works; empty if there is none. */
export function listOfWorks(blocks: readonly Block[]): Passage[] {
  const begin = blocks.findLastIndex(
    (block) =>
      (block.kind === 'heading' || block.kind === 'paragraph') &&
      namesListOfWorks(block.content.text),
  )
  const title = blocks[begin]
  if (!title) return []
  const level = title.kind === 'heading' ? title.level : 1
  const rest = blocks.slice(begin + 1)
  const end = rest.findIndex((block) => block.kind === 'heading' && block.level <= level)
  return (end < 0 ? rest : rest.slice(0, end)).flatMap(entriesIn)
}

/** Titles inside of the list, tables and figures are no entries. */
function entriesIn(block: Block): Passage[] {
  switch (block.kind) {
    case 'paragraph':
      return [block.content]
    case 'verse':
    case 'lines':
      return block.lines
    case 'quote':
    case 'box':
      return block.blocks.flatMap(entriesIn)
    case 'list':
      return block.items.flatMap((item) => item.flatMap(entriesIn))
    case 'heading':
    case 'table':
    case 'figure':
      return []
  }
}
