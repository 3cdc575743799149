const spaceEscapes = /^\\(?:[nrtvfe \t_NLP]|\r?\n)$/

/**
 * Offset in a YAML source of the character at `index` of the words of a scalar that begins at `start`. Spaces and line
 * ends are not compared, since folding changes them; an escape is one character.
 */
export function offsetInScalar(source: string, start: number, words: string, index: number) {
  const first = source[start]
  const isBlock = first === '|' || first === '>'
  const begin = isBlock
    ? source.indexOf('\n', start) + 1
    : start + (first === '"' || first === "'" ? 1 : 0)
  const tokens =
    first === '"' ? /\\(?:x..|u....|U.{8}|\r?\n|[^])|[^]/gu : first === "'" ? /''|[^]/gu : /[^]/gu
  const isCounted = (token: string) =>
    /\S/.test(token) && !/^\p{M}$/u.test(token) && !spaceEscapes.test(token)
  let left = [...words.slice(0, index)].filter(isCounted).length
  for (const { 0: token, index: at } of source.slice(begin).matchAll(tokens)) {
    if (!isCounted(token)) continue
    if (left-- === 0) return begin + at
  }
  return start
}
