/** Parts a word at its place; Pagefind splits at ASCII signs only. */
const break_ = '`'
/** The same, where a space has been taken away. */
const gap = '``'

const glued = /(?<=[\p{L}\p{N}])(?=[«»‹›„“”‚‘’–—…·])|(?<=[«»‹›„“”‚‘’–—…·])(?=[\p{L}\p{N}])/gu
const joint = /[\p{L}\p{N}»›“‘”][-/:.*–—…][\p{L}\p{N}«‹„‚“]/u

/**
 * Content as Pagefind shall read it. Measured with 1.6: in `«bigger is better»-Ideologie` the part is stored as
 * `better»`, and a dash or `&` on its own counts as a word, so that no phrase across it is ever found.
 */
export function addSeparators(content: string): string {
  return content
    .replaceAll(break_, '')
    .split(' ')
    .map((token) => (joint.test(token) ? token.replace(glued, break_) : token))
    .join(' ')
    .replace(/ (?=[^\p{L}\p{N}\s]+(?: |$))/gu, gap)
}
