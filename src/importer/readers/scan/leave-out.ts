import { quoted, question, remark } from '../../report/remark.ts'
import { ComposedText } from './composed-text.ts'
import type { Scan, ScanRemark, ScanRemarked } from './scan.ts'

interface Part {
  from: number
  to: number
  what: string
}

/** Leaves out what those who distribute a text have written around it: Project Gutenberg's lines, notes on transcription. */
export function leaveOut(scan: Scan): ScanRemarked<Scan> {
  const { text } = scan
  const parts = [...boilerplate(text), ...transcription(text)].toSorted((a, b) => a.from - b.from)
  if (parts.length === 0) return { value: scan, remarks: [] }
  const kept = new ComposedText()
  const remarks: ScanRemark[] = []
  let at = 0
  for (const { from, to, what } of parts) {
    if (from < at) continue
    kept.add(text.slice(at, from), at)
    const words = text.slice(from, to).trim()
    const lines = words.split('\n').length
    const named = `${what} weggelassen (${lines === 1 ? 'eine Zeile' : `${lines} Zeilen`}): ${quoted(words.replace(/\s+/g, ' '), 160)}.`
    const say = what === license ? remark : question
    remarks.push(say('dropped', kept.text.length, named, { leftOut: words }))
    at = to
  }
  kept.add(text.slice(at), at)
  const positionOf = (offset: number) => scan.positionOf(kept.originOf(offset))
  return { value: { file: scan.file, text: kept.text, positionOf }, remarks }
}

const license = 'Vorspann oder Lizenz von Project Gutenberg'
const begins =
  /^\*\*\* ?START OF (?:THE|THIS) PROJECT GUTENBERG.*\n(?:\s*(?:Produced|E-text prepared|Prepared|Transcribed) by .*\n(?:\S.*\n)*)?/im
const ends =
  /^(?:\s*End of (?:the )?Project Gutenberg.*\n\s*)?\*\*\* ?END OF (?:THE|THIS) PROJECT GUTENBERG/im

function boilerplate(text: string): Part[] {
  const [begin, end] = [begins.exec(text), ends.exec(text)]
  return [
    ...(begin ? [{ from: 0, to: begin.index + begin[0].length, what: license }] : []),
    ...(end ? [{ from: end.index, to: text.length, what: license }] : []),
  ]
}

/** Notes in brackets, which may have brackets of their own; the closing one stands at the end of a line. */
const note =
  /^[ \t]*\[[ \t]*(?:Anmerkung(?:en)? (?:zur|der) Transkription|Transcriber['’]s Notes?|Im [Ff]olgenden werden alle geänderten)[^]*?(?:\n[ \t]*\]|\.[ \t]?\])[ \t]*$/gimu

const transcription = (text: string): Part[] =>
  [...text.matchAll(note)]
    .filter(([words]) => words.length < longestNote)
    .map(({ index, 0: words }) => ({
      from: index,
      to: index + words.length,
      what: 'Anmerkung zur Transkription',
    }))

const longestNote = 20_000
