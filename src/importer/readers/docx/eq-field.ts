/** Formulas in fields of Word, as `EQ \f(1;2)`, → MathML. */
import { node, token, type MathNode } from '../formulas/math-node.ts'

/** Null if there is none, or a bracket is not closed. */
export function mathOfField(code: string): MathNode | null {
  const source = code.replace(/^\s*EQ\b/i, '').trim()
  if (source === '' || source.length > longest) return null
  try {
    return new Reader(source).whole()
  } catch (error) {
    if (error instanceof Unclosed) return null
    throw error
  }
}

/** No person writes longer or deeper ones. */
const [longest, deepest] = [2000, 20]

class Unclosed extends Error {}

interface Option {
  name: string
  sign: string
  given: MathNode[]
}

const row = (children: readonly MathNode[]): MathNode => node('mrow', children)
const sign = (text: string): MathNode => token('mo', text)
const between = (parts: readonly MathNode[], text: string): MathNode[] =>
  parts.flatMap((part, i) => (i > 0 ? [sign(text), part] : [part]))

class Reader {
  readonly #source: string
  #at = 0
  #depth = 0

  constructor(source: string) {
    this.#source = source
  }

  whole(): MathNode {
    const nodes = this.#items(false)
    if (this.#at < this.#source.length) throw new Unclosed()
    return row(nodes)
  }

  #take(pattern: string): RegExpExecArray | null {
    const sticky = new RegExp(pattern, 'iuy')
    sticky.lastIndex = this.#at
    const found = sticky.exec(this.#source)
    if (found) this.#at = sticky.lastIndex
    return found
  }

  /** Up to the end; inside brackets up to a separator or the bracket that closes. */
  #items(isInside: boolean): MathNode[] {
    const nodes: MathNode[] = []
    while (this.#at < this.#source.length) {
      if (isInside && /[;,)]/.test(this.#source[this.#at]!)) break
      const command = this.#take(String.raw`\\([abdfilorsx])(?=\s*[\\(])`)
      if (command) this.#command(command[1]!.toLowerCase(), nodes)
      else if (isInside && this.#source[this.#at] === '(')
        nodes.push(sign('('), ...between(this.#given(), ';'), sign(')'))
      else {
        const [found = ''] = this.#take(String.raw`\p{N}+|\\?[^]`) ?? []
        const text = found.replace(/^\\(?=[^])/, '').trim()
        const kind = /^\p{N}/u.test(text) ? 'mn' : /^\p{L}/u.test(text) ? 'mi' : 'mo'
        if (text !== '') nodes.push(token(kind, text))
      }
    }
    return nodes
  }

  /** What stands between brackets; none without a bracket. */
  #given(): MathNode[] {
    if (!this.#take(String.raw`\s*\(`)) return []
    this.#depth += 1
    if (this.#depth > deepest) throw new Unclosed()
    const parts: MathNode[] = []
    do parts.push(row(this.#items(true)))
    while (this.#take('[;,]'))
    if (!this.#take(String.raw`\)`)) throw new Unclosed()
    this.#depth -= 1
    return parts
  }

  #command(name: string, nodes: MathNode[]): void {
    const options: Option[] = []
    for (;;) {
      const [, plain, signed, shown] =
        this.#take(
          String.raw`\s*\\(?:(up|do|ai|di|su|pr|in|a[lcr]|to|bo|le|ri|co|vs|hs|fo|ba|li)\d*|([lrbfv]c)\\?([^]))`,
        ) ?? []
      const option = (plain ?? signed)?.toLowerCase()
      if (option === undefined) break
      const hasOwn = name === 's' && !signed
      options.push({ name: option, sign: shown ?? '', given: hasOwn ? this.#given() : [] })
    }
    nodes.push(...made(name, options, this.#given(), nodes))
  }
}

/** @param before takes scripts; what is used of it is taken away */
function made(
  name: string,
  options: readonly Option[],
  given: readonly MathNode[],
  before: MathNode[],
): MathNode[] {
  const option = (wanted: string) => options.find((one) => one.name === wanted)
  const [first = row([]), second, third] = given
  switch (name) {
    case 'f':
      return second ? [node('mfrac', [first, second])] : [...given]
    case 'r':
      return [second ? node('mroot', [second, first]) : node('msqrt', [first])]
    case 's': {
      const [above] = option('up')?.given ?? given
      const [below] = option('do')?.given ?? given.slice(1)
      const base = before.pop() ?? row([])
      if (above && below) return [node('msubsup', [base, below, above])]
      if (above) return [node('msup', [base, above])]
      return below ? [node('msub', [base, below])] : [base]
    }
    case 'i': {
      const own = options.find(({ sign }) => sign !== '')?.sign
      const operator = own ?? (option('su') ? '∑' : option('pr') ? '∏' : '∫')
      const limits = [sign(operator), first, second ?? row([])]
      return [node(operator === '∫' ? 'msubsup' : 'munderover', limits), ...(third ? [third] : [])]
    }
    case 'b': {
      const both = option('bc')?.sign
      const [open, close] = both
        ? [both, { '(': ')', '[': ']', '{': '}', '<': '>' }[both] ?? both]
        : [option('lc')?.sign ?? '(', option('rc')?.sign ?? ')']
      return [sign(open), ...between(given, ';'), sign(close)]
    }
    case 'l':
      return between(given, ';')
    case 'd':
      return []
    default:
      return [...given]
  }
}
