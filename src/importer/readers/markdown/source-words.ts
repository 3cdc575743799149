/** The words of a Markdown source without its signs, line by line. */
import type { SourceLine } from '../../report/lost-words.ts'

/** `rest`: the source without its frontmatter. */
export function markdownSourceLines(rest: string): SourceLine[] {
  const lines = withoutComments(rest).split(/\r\n|\r|\n/)
  return lines.map((line, i) => ({
    text: wordsOf(line),
    at: { kind: 'line', line: i + 1, column: 1 },
  }))
}

/** Comments of HTML; their line ends stay. */
const withoutComments = (text: string): string =>
  text.replace(/<!--[\s\S]*?(?:-->|$)/g, (comment) => comment.replace(/[^\n]/g, ''))

function wordsOf(line: string): string {
  if (/^\s{0,3}\[[^\]^]+\]:\s*\S+/.test(line)) return ''
  if (/^\s{0,3}:{3,}/.test(line)) return ''
  return (
    line
      // The word before the caption of a table.
      .replace(/^ {0,3}[Tt]able:\s/, ' ')
      // The number of an item of a list, the label of a note and its call.
      .replace(/^[\s>]*(?:\d{1,9}|[a-z]{1,4}|#)[.)]\s/i, ' ')
      .replace(/\[\^[^\]\s]+\]:?/g, ' ')
      // Addresses; titles of pictures are captions.
      .replace(/\]\(\s*(?:<[^>]*>|(?:[^\s()\\]|\\.|\([^\s()]*\))*)/g, '] (')
      .replace(/\]\[[^\]]*\]/g, ']')
      .replace(/<(?:https?|mailto|ftp):[^>\s]*>|<\/?[a-z][^<>]*>/gi, '')
      .replace(/\{[^{}]*\}/g, '')
      // Keys of citations, for which names and years are written.
      .replace(/\[[^\][]*@[\w][^\][]*\]|(?<!\w)-?@[\w][\w:.#$%&+?<>~/-]*/g, ' ')
      .replace(/&(?:[a-z]+|#\d+|#x[\da-f]+);/gi, ' ')
      .replace(/\\([^\p{L}\p{N}])/gu, '$1')
  )
}
