/** What the parser takes far too long for, or cannot do at all; no text that is read needs nearly as much. */
const bounds = {
  containers: { most: 30, what: 'quotations or lists inside one another' },
  depth: { most: 100, what: 'marks that are opened and not closed' },
  stars: { most: 5000, what: 'marks of emphasis in one paragraph' },
  brackets: { most: 20_000, what: 'brackets in one paragraph' },
  ticks: { most: 2000, what: 'backticks in one paragraph' },
  bars: { most: 5000, what: 'cells in one table' },
}

export interface Excess {
  /** Where in the source it begins to be too much. */
  offset: number
  most: number
  what: string
}

const marks = /\\[^]|[[\]|]|`+|<\/?(?:su[bp]|sc)>|\*+|_+|~~+/g
const isWord = (character = '') => /[\p{L}\p{N}]/u.test(character)

/** The first place at which a source has more markup than the parser can bear, found without parsing. */
export function excessIn(source: string): Excess | null {
  let counts = { stars: 0, brackets: 0, ticks: 0, bars: 0 }
  let open = { stars: 0, brackets: 0, tags: 0 }
  let offset = 0
  for (const line of source.split('\n')) {
    const found = (kind: keyof typeof bounds, index: number) => ({
      offset: offset + index,
      ...bounds[kind],
    })
    if (containersOf(line) > bounds.containers.most) return found('containers', 0)
    if (line.trim() === '') {
      counts = { stars: 0, brackets: 0, ticks: 0, bars: 0 }
      open = { stars: 0, brackets: 0, tags: 0 }
    }
    for (const { 0: mark, index } of line.matchAll(marks)) {
      const [before, after] = [line[index - 1], line[index + mark.length]]
      if (mark === '|') counts.bars++
      else if (mark.startsWith('`')) counts.ticks++
      else if (mark === '[' || mark === ']') {
        counts.brackets++
        open.brackets = Math.max(0, open.brackets + (mark === '[' ? 1 : -1))
      } else if (mark.startsWith('<')) {
        open.tags = Math.max(0, open.tags + (mark.startsWith('</') ? -1 : 1))
      } else if (!mark.startsWith('\\') && !(isWord(before) && isWord(after))) {
        counts.stars++
        if (!/\S/.test(before ?? '')) open.stars++
        else if (!/\S/.test(after ?? '')) open.stars = Math.max(0, open.stars - 1)
      }
      for (const kind of Object.keys(counts) as (keyof typeof counts)[])
        if (counts[kind] > bounds[kind].most) return found(kind, index)
      if (Math.max(open.stars, open.brackets, open.tags) > bounds.depth.most)
        return found('depth', index)
    }
    offset += line.length + 1
  }
  return null
}

/** How many quotations and lists may begin or go on in a line. */
function containersOf(line: string): number {
  const [start] = /^(?:[ \t]*(?:>|[-+*](?=[ \t])|\d{1,9}[.)](?=[ \t])))*/.exec(line)!
  const [indent] = /^[ \t]*/.exec(line)!
  const markers = start.match(/[>+*-]|\d+[.)]/g)?.length ?? 0
  return markers === 0 ? 0 : markers + indent.replaceAll('\t', '    ').length / 4
}
