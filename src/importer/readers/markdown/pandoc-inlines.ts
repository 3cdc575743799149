/** Signs inside lines that only Pandoc's Markdown has → HTML and notes. */
import type { SourceLine } from './lines.ts'
import { codeLines } from './lines.ts'
import { attributesOf, isAttributes, tagOf } from './pandoc-attributes.ts'

export interface InlineNote {
  label: string
  text: string
  origin: number
}

/** A citation: the words between its brackets, or a key in running text with what follows it in brackets. */
export interface RawCitation {
  words: string
  isInText: boolean
  origin: number
}

export interface Inlines {
  lines: SourceLine[]
  notes: InlineNote[]
  citations: RawCitation[]
}

/** Replaces signs paragraph by paragraph; code, addresses and tags are left alone. */
export function readPandocInlines(source: readonly SourceLine[]): Inlines {
  const found: Inlines = { lines: [], notes: [], citations: [] }
  const isCode = codeLines(source)
  for (let at = 0; at < source.length;) {
    if (isCode[at] || source[at]!.text.trim() === '') {
      found.lines.push(source[at]!)
      at += 1
      continue
    }
    let end = at
    while (end < source.length && !isCode[end] && source[end]!.text.trim() !== '') end += 1
    const own = source.slice(at, end)
    const replaced = replaceIn(own.map(({ text }) => text).join('\n'), own[0]!.origin, found)
    for (const [i, text] of replaced.split('\n').entries())
      found.lines.push({ text, origin: own[Math.min(i, own.length - 1)]!.origin })
    at = end
  }
  return found
}

const skipped =
  /\\[^\n]|(`+)(?!`)[\s\S]*?[^`]\1(?!`)|<(?:https?:|mailto:)[^>\s]*>|<\/?[a-z][^<>]*>|<!--[\s\S]*?-->|\]\((?:<[^>\n]*>|[^()\s]*(?:\([^()\s]*\)[^()\s]*)*)(?:\s+(?:"[^"]*"|'[^']*'))?\)(?:\{[^{}\n]*\})?|https?:\/\/[^\s<>)\]]+/y
const formula =
  /\$\$(?:\\.|[^$\\])+\$\$|\$(?=[\p{L}\p{N}\p{Sm}\\([{|-])(?:\\.|[^$\\\n])*?(?<![\s\\])\$(?![\p{L}\p{N}$])/suy
const raised = /\^((?:\\.|[^\s^[\]\\*_`])+)\^/y
const lowered = /~((?:\\.|[^\s~\\`])+)~/y
const marked = /==(?=\S)([^=\n]+?)(?<=\S)==/y
const inWord = /\*(?!\s)((?:[^*\n\\])+?)(?<!\s)\*(?=\p{L})(?!(?:innen|in|r|n|e|en|nnen)\b)/uy
const key =
  /(?<![\p{L}\p{N}@])-?@(?:\{[^{}\n]+\}|[\p{L}\p{N}_](?:[\p{L}\p{N}_:.#$%&+?<>~/-]*[\p{L}\p{N}_])?)/uy

interface Open {
  /** Length of the output before the bracket. */
  out: number
  isNote: boolean
  isImage: boolean
}

function replaceIn(text: string, first: number, found: Inlines): string {
  let out = ''
  const open: Open[] = []
  let at = 0
  const match = (pattern: RegExp): RegExpExecArray | null => {
    pattern.lastIndex = at
    return pattern.exec(text)
  }
  const originHere = () => first + (text.slice(0, at).match(/\n/g)?.length ?? 0)
  while (at < text.length) {
    const sign = text[at]!
    const isFormula = sign === '$' && !/[\p{L}\p{N}$]/u.test(text[at - 1] ?? ' ')
    const skip = isFormula ? match(formula) : /[\\`<\]h]/.test(sign) ? match(skipped) : null
    if (skip) {
      if (skip[0].startsWith(']')) open.pop()
      out += skip[0].replace(/(\))\{[^{}\n]*\}$/, '$1')
      at += skip[0].length
      continue
    }
    if (sign === '^' && text[at + 1] === '[') {
      open.push({ out: out.length, isNote: true, isImage: false })
      out += '^['
      at += 2
      continue
    }
    if (sign === '[') {
      open.push({ out: out.length, isNote: false, isImage: text[at - 1] === '!' })
      out += sign
      at += 1
      continue
    }
    if (sign === ']') {
      at += 1
      out = closed(out, open.pop())
      continue
    }
    const simple =
      (sign === '^' && tagged('sup', match(raised))) ||
      (sign === '~' &&
        text[at - 1] !== '~' &&
        text[at + 1] !== '~' &&
        tagged('sub', match(lowered))) ||
      (sign === '=' && tagged('mark', match(marked))) ||
      (sign === '*' && !/[\p{L}\p{N}*]/u.test(text[at - 1] ?? ' ') && tagged('em', match(inWord)))
    if (simple) {
      out += simple.text
      at += simple.length
      continue
    }
    const named = sign === '@' && (open.at(-1)?.isNote ?? true) ? match(key) : null
    if (named && /(?:^|[\s(„«»‚"'—–])$/.test(out)) {
      const [, place = ''] =
        /^\s*\[([^\]@\n]*)\](?![({])/.exec(text.slice(at + named[0].length)) ?? []
      found.citations.push({
        words: named[0] + (place ? ` [${place}]` : ''),
        isInText: true,
        origin: originHere(),
      })
      out += `<cite-here n="${found.citations.length - 1}"></cite-here>`
      at += named[0].length
      if (place) at += text.slice(at).indexOf(']') + 1
      continue
    }
    out += sign
    at += 1
  }
  return out

  function tagged(
    tag: string,
    whole: RegExpExecArray | null,
  ): { text: string; length: number } | null {
    return whole ? { text: `<${tag}>${whole[1]}</${tag}>`, length: whole[0].length } : null
  }

  function closed(before: string, start: Open | undefined): string {
    if (!start) return `${before}]`
    const inside = before.slice(start.out + (start.isNote ? 2 : 1))
    if (start.isNote) {
      const label = `inline-note-${found.notes.length + 1}`
      found.notes.push({ label, text: inside, origin: originHere() })
      return `${before.slice(0, start.out)}[^${label}]`
    }
    const [whole, attributes = ''] = /^\{([^{}\n]*)\}/.exec(text.slice(at)) ?? []
    if (whole && !start.isImage && isAttributes(attributes)) {
      at += whole.length
      const values = attributesOf(attributes)
      const tag = /(?:^|\s)mark(?:\s|$)/.test(values.class ?? '') ? 'mark' : 'span'
      return `${before.slice(0, start.out)}${tagOf(tag, values)}${inside}</${tag}>`
    }
    const isCitation =
      !start.isImage &&
      !/^[([:]/.test(text.slice(at)) &&
      !inside.startsWith('^') &&
      /(?:^|[\s;[(])-?@[\p{L}\p{N}_{]/u.test(inside)
    if (isCitation) {
      found.citations.push({ words: inside, isInText: false, origin: originHere() })
      return `${before.slice(0, start.out)}<cite-here n="${found.citations.length - 1}"></cite-here>`
    }
    return `${before}]`
  }
}
