/** A text directive as in https://wicg.github.io/scroll-to-text-fragment/, its words in lower case. */
export interface TextDirective {
  prefix: string
  start: string
  /** Empty where `start` is the whole passage. */
  end: string
  suffix: string
}

/** The text directives of an address that can be read. */
export function readDirectives(address: string): TextDirective[] {
  const [, directives = ''] = /:~:(.*)/.exec(address) ?? []
  return directives
    .split('&')
    .flatMap((directive) => (directive.startsWith('text=') && read(directive.slice(5))) || [])
}

function read(directive: string): TextDirective | null {
  const parts = directive.split(',')
  const prefix = parts[0]?.endsWith('-') ? parts.shift()!.slice(0, -1) : ''
  const suffix = parts.at(-1)?.startsWith('-') ? parts.pop()!.slice(1) : ''
  try {
    const [start = '', end = ''] = parts.map(decode)
    return start ? { prefix: decode(prefix), start, end, suffix: decode(suffix) } : null
  } catch {
    return null
  }
}

const decode = (words: string) => plain(decodeURIComponent(words)).trim()

/** In lower case, every run of spaces as one. */
const plain = (words: string) => words.replace(/\s+/g, ' ').toLowerCase()

/** Where the passage of a directive begins and ends in a text, by its characters; null: it is not there. */
export function findDirective(
  text: string,
  { prefix, start, end, suffix }: TextDirective,
): [from: number, to: number] | null {
  const { folded, offsets } = foldSpaces(text)
  /** The end of `words` if they stand at an offset, spaces before them aside. */
  const endAt = (words: string, at: number) => {
    const from = folded[at] === ' ' ? at + 1 : at
    return folded.startsWith(words, from) ? from + words.length : -1
  }
  const first = prefix || start
  for (let at = folded.indexOf(first); at >= 0; at = folded.indexOf(first, at + 1)) {
    if (!isWhole(folded, at, at + first.length)) continue
    let from = at
    if (prefix) {
      const begin = at + prefix.length + (folded[at + prefix.length] === ' ' ? 1 : 0)
      if (endAt(start, begin) < 0) continue
      from = begin
    }
    const to = endOf(from + start.length)
    if (to >= 0) return [offsets[from]!, offsets[to - 1]! + 1]
  }
  return null

  function endOf(since: number): number {
    if (!end) return !suffix || endAt(suffix, since) >= 0 ? since : -1
    for (let at = folded.indexOf(end, since); at >= 0; at = folded.indexOf(end, at + 1)) {
      const to = at + end.length
      if (isWhole(folded, at, to) && (!suffix || endAt(suffix, to) >= 0)) return to
    }
    return -1
  }
}

/** A text in lower case with every run of spaces as one, and the offset in it of each character. */
function foldSpaces(text: string): { folded: string; offsets: number[] } {
  const signs: string[] = []
  const offsets: number[] = []
  for (let at = 0; at < text.length; at++) {
    const sign = /\s/.test(text[at]!) ? ' ' : text[at]!.toLowerCase()
    if (sign === ' ' && signs.at(-1) === ' ') continue
    signs.push(sign)
    for (let i = 0; i < sign.length; i++) offsets.push(at)
  }
  return { folded: signs.join(''), offsets }
}

const letter = /[\p{L}\p{N}]/u
/** Whether neither end cuts a word. */
const isWhole = (text: string, from: number, to: number) =>
  !(letter.test(text[from - 1] ?? '') && letter.test(text[from]!)) &&
  !(letter.test(text[to] ?? '') && letter.test(text[to - 1]!))
