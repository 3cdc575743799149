/** Fields: a code between `begin` and `separate`, and what is shown between `separate` and `end`. */
import { descendants, type XmlElement } from '../xml.ts'

/** The `begin` marks that have an end in the same part; others would swallow the rest of it. */
export function completeFields(root: XmlElement): ReadonlySet<XmlElement> {
  const complete = new Set<XmlElement>()
  const open: XmlElement[] = []
  for (const element of descendants(root)) {
    if (element.name !== 'w:fldChar') continue
    const type = element.attributes['w:fldCharType']
    if (type === 'begin') open.push(element)
    if (type !== 'end') continue
    const begin = open.pop()
    if (begin) complete.add(begin)
  }
  return complete
}

export type FieldKind =
  | { kind: 'link'; url: string }
  /** Not part of the text: lists that the edition makes itself. */
  | { kind: 'dropped'; what: string }
  /** The number of a note, shown like a call of it. */
  | { kind: 'call'; bookmark: string }
  | { kind: 'symbol'; character: number; font: string }
  /** Words to show are in the code. */
  | { kind: 'words'; words: string }
  | { kind: 'formula' }
  | { kind: 'sequence' }
  | { kind: 'result' }

/** What a field is, by its code; citations are told before. */
export function fieldKind(code: string): FieldKind {
  const [name = '', ...words] = wordsOf(code)
  const flags = new Set(words.filter((word) => /^\\./.test(word)))
  switch (name.toUpperCase()) {
    case 'HYPERLINK': {
      const [address = ''] = words.filter(
        (word, i) => !/^\\/.test(word) && !/^\\[lmnot]$/.test(words[i - 1] ?? ''),
      )
      return address ? { kind: 'link', url: address } : { kind: 'result' }
    }
    case 'TOC':
      return { kind: 'dropped', what: flags.has('\\c') ? 'Verzeichnis' : 'Inhaltsverzeichnis' }
    case 'INDEX':
      return { kind: 'dropped', what: 'Register' }
    case 'TOA':
      return { kind: 'dropped', what: 'Verzeichnis' }
    case 'NOTEREF':
    case 'FTNREF':
      return flags.has('\\f') ? { kind: 'call', bookmark: words[0] ?? '' } : { kind: 'result' }
    case 'SYMBOL': {
      const at = words.indexOf('\\f')
      return {
        kind: 'symbol',
        character: Number(words[0]),
        font: at < 0 ? '' : (words[at + 1] ?? ''),
      }
    }
    case 'MACROBUTTON':
    case 'GOTOBUTTON':
      return { kind: 'words', words: words.slice(1).join(' ') }
    case 'EQ':
      return { kind: 'formula' }
    case 'SEQ':
      return { kind: 'sequence' }
    default:
      return { kind: 'result' }
  }
}

/** Words of a code; those in quotation marks are one. */
function wordsOf(code: string): string[] {
  return [...code.matchAll(/"((?:[^"\\]|\\.)*)"|“([^”]*)”|(\S+)/g)].map(
    ([, quoted, curly, plain]) => (quoted ?? curly)?.replace(/\\(["\\])/g, '$1') ?? plain!,
  )
}
