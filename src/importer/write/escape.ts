/** What stands around a stretch of text, beyond its own characters. */
export interface Surroundings {
  /** The whole wording it is part of, and where in it the stretch lies. */
  text: string
  from: number
  to: number
  /** Inside the brackets of a link every bracket needs a stroke. */
  inLink: boolean
  /** The bracket of a page or a link follows, with which an exclamation mark would make a figure. */
  beforeBracket: boolean
  /** A bracket stands before: that of a call or a page. */
  afterBracket: boolean
}

/** Characters of a wording so that Markdown reads them as themselves; all that is harmless stays bare. */
export function escaped(surroundings: Surroundings): string {
  const { text, from, to, inLink, beforeBracket, afterBracket } = surroundings
  const harmless = inLink ? new Set<number>() : harmlessBrackets(text, from, to)
  let out = ''
  for (let i = from; i < to; i += 1) {
    const sign = text[i]!
    out += needsStroke(sign, i) ? `\\${sign}` : sign
  }
  return out

  function needsStroke(sign: string, i: number): boolean {
    if (afterBracket && i === from && '([:'.includes(sign)) return true
    const between = (kind: RegExp) => kind.test(text[i - 1] ?? '') && kind.test(text[i + 1] ?? '')
    switch (sign) {
      case '\\':
      case '`':
      case '<':
        return true
      case '*':
        // At the edge of a stretch a star would touch those of an emphasis.
        return i === from || i + 1 === to || !between(/\p{L}/u)
      case '_':
        return !between(/[\p{L}\p{N}]/u)
      case '~':
        return text[i - 1] === '~' || text[i + 1] === '~'
      case '&':
        return /^&(?:#|\w+;)/.test(text.slice(i))
      case '[':
      case ']':
        return !harmless.has(i)
      // Markdown takes bare addresses for links, strokes and all.
      case '.':
        return !inLink && /(?<![\p{L}\p{N}])www$/iu.test(text.slice(Math.max(0, i - 4), i))
      case ':':
        return !inLink && /https?$/i.test(text.slice(Math.max(0, i - 5), i)) && text[i + 1] === '/'
      case '!':
        return i + 1 === to ? beforeBracket : text[i + 1] === '['
      default:
        return false
    }
  }
}

/** Brackets in pairs that no link, note or citation could be made of, such as `[T]he` and `[...]`. */
function harmlessBrackets(text: string, from: number, to: number): Set<number> {
  const harmless = new Set<number>()
  for (const match of text.slice(from, to).matchAll(/\[([^[\]^@][^[\]]*)\](?=[^[(:])/g)) {
    harmless.add(from + match.index)
    harmless.add(from + match.index + match[0].length - 1)
  }
  return harmless
}

/** The beginning of a block so that it is no list, heading, quote, rule or definition. */
export function escapedStart(block: string): string {
  return block
    .replace(/^(\d{1,9})([.)])(?=\s|$)/, '$1\\$2')
    .replace(/^([-+#>=|])/, '\\$1')
    .replace(/^(\[[^\]]*\]):/, '$1\\:')
}
