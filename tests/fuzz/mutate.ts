import type { Lottery } from '../unit/importer/random.ts'

/** One to four changes to a text at random places: pieces put in, taken out, doubled, moved, signs exchanged. */
export function mutate(text: string, pieces: readonly string[], lottery: Lottery): string {
  let changed = text
  for (let left = lottery.between(1, 4); left > 0; left--)
    changed = lottery.oneOf(changes)(changed, pieces, lottery)
  return changed
}

type Change = (text: string, pieces: readonly string[], lottery: Lottery) => string

const put = (text: string, at: number, words: string, taken = 0) =>
  text.slice(0, at) + words + text.slice(at + taken)
const stretchOf = (text: string, { between }: Lottery) => {
  const at = between(0, text.length)
  return [at, between(0, Math.min(20, text.length - at))] as const
}

const changes: Change[] = [
  (text, pieces, { between, oneOf }) => put(text, between(0, text.length), oneOf(pieces)),
  (text, pieces, lottery) => {
    const [at, length] = stretchOf(text, lottery)
    return put(text, at, lottery.oneOf(pieces), length)
  },
  // Behind a colon, where a value begins.
  (text, pieces, { oneOf }) => {
    const colons = [...text.matchAll(/: ?/g)].map(({ 0: found, index }) => index + found.length)
    return colons.length > 0 ? put(text, oneOf(colons), oneOf(pieces)) : text
  },
  (text, _, lottery) => put(text, ...([stretchOf(text, lottery)[0], '', 1] as const)),
  (text, _, lottery) => {
    const [at, length] = stretchOf(text, lottery)
    return put(text, at, '', length)
  },
  (text, _, lottery) => {
    const [at, length] = stretchOf(text, lottery)
    return put(text, lottery.between(0, text.length), text.slice(at, at + length))
  },
  (text, _, { between }) => {
    const lines = text.split('\n')
    lines.splice(between(0, lines.length), 0, ...lines.splice(between(0, lines.length - 1), 1))
    return lines.join('\n')
  },
  (text, _, { between, oneOf }) => {
    const lines = text.split('\n')
    lines.splice(between(0, lines.length), 0, oneOf(lines))
    return lines.join('\n')
  },
  (text, pieces, { between, oneOf }) =>
    put(text, between(0, text.length), oneOf(pieces).repeat(between(1, 60))),
  (text, _, { between }) =>
    put(text, between(0, text.length), String.fromCharCode(between(0, 0x2fff))),
  (text, _, { between }) => text.slice(0, between(0, text.length)),
]
