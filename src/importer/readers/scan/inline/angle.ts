const tag =
  /^\/?(?:a|b|i|u|em|strong|br|p|sub|sup|span|div|img|table|tr|td|th|ul|ol|li|h[1-6]|hr)(?:\s+[a-z-]+=.*)?\s*\/?$/

/**
 * `<Moment>` is ‹Moment›: indices of the signs that are guillemets.
 * `odd` are those that are not: HTML, or signs without a partner.
 */
export function guillemetsIn(text: string): {
  pairs: { open: number; close: number }[]
  odd: number[]
} {
  const pairs = [...text.matchAll(/<(?=\S)([^<>]{1,300}?)(?<=\S)>/gu)]
    .filter((match) => !tag.test(match[1]!))
    .map(({ index, 0: whole }) => ({ open: index, close: index + whole.length - 1 }))
  const paired = new Set(pairs.flatMap(({ open, close }) => [open, close]))
  const odd = [...text.matchAll(/[<>]/g)]
    .map(({ index }) => index)
    .filter((index) => !paired.has(index))
  return { pairs, odd }
}
