import { CST, Lexer } from 'yaml'

/** What is wrong at an offset of a source, in words for the editor. */
export interface Fault {
  offset: number
  what: string
}

const quote = 'put quotation marks around the value'

/** Signs by which YAML takes words away without an error, and what an editor does who meant them as words. */
const signs: Partial<Record<CST.TokenType, (token: string) => string>> = {
  alias: () => `“*” before a word stands for another value in YAML; ${quote}`,
  anchor: (token) => `“${token}” is a name that YAML gives to a value and does not keep; ${quote}`,
  tag: (token) => `“${token}” is the name of a type in YAML and is not kept; ${quote}`,
  'directive-line': () =>
    `“%” at the beginning of a line is no field; ${quote}, or remove the line`,
  comment: () =>
    `what stands behind “#” is a comment and is not kept; ${quote}, or put the comment on a line of its own`,
}

/** Deeper than any field of the edition or of a reference manager. */
export const deepest = 40
/** A level needs a space at least. */
const widest = 400
export const tooDeep = 'brackets or lists stand in each other too deep; remove some'

/** The first place at which YAML would lose words in silence, or at which its reader would fail. */
export function silentSign(source: string): Fault | null {
  let offset = 0
  let line = ''
  let brackets = 0
  let items = 0
  for (const token of new Lexer().lex(source)) {
    const type = CST.tokenType(token)
    // Marks of the lexer itself, which are not in the source.
    if (type === 'doc-mode' || type === 'scalar' || type === 'flow-error-end') continue
    if (type === 'flow-map-start' || type === 'flow-seq-start') brackets++
    if (type === 'flow-map-end' || type === 'flow-seq-end') brackets--
    if (type === 'seq-item-ind' || type === 'explicit-key-ind') items++
    const isIndented = type === 'space' && line === '' && token.length > widest
    if (brackets + items > deepest || isIndented) return { offset, what: tooDeep }
    const isOwnLine = type === 'comment' && line.trim() === ''
    const say = type && !isOwnLine && signs[type]
    if (say) return { offset, what: say(token) }
    if (type === 'double-quoted-scalar') {
      const found = /\\(?!["\\/ux]|\r?\n)./.exec(token.replace(/\\[\\"]/g, '__'))
      if (found)
        return {
          offset: offset + found.index,
          what: `“${found[0]}” in double quotation marks stands for another sign; use 'single' ones, or write \\\\ for a backslash`,
        }
    }
    line = type === 'newline' ? '' : line + token
    if (type === 'newline') items = 0
    offset += token.length
  }
  return null
}
