import { question, quoted } from '../../report/remark.ts'
import type { Line, ScanRemark } from './scan.ts'

/** Fewer may be numbers of anything else. */
const least = 3

/** Numbers that may stand elsewhere, such as in a heading, or be written otherwise. */
const mostLeftOut = 1

/** A number behind a word or its punctuation, as calls stay when a word processor saves plain text. */
const behindWord = /(?<=\p{L}{2}|[.,;:!?…»«›‹“”‘’"'\])])(\d{1,3})(?=[.,;:)\]»«“”‘]?(?:\s|$))/gu

/** Asks about numbers that count from 1 behind words of a text that has no notes. */
export function askAboutCalls(lines: readonly Line[]): ScanRemark[] {
  const counted: Line[] = []
  let last = 0
  let first: string | undefined
  for (const line of lines)
    for (const { 1: digits, index } of line.text.matchAll(behindWord)) {
      const number = Number(digits)
      if (number <= last || number > last + mostLeftOut + 1) continue
      last = number
      counted.push(line)
      first ??= line.text.slice(Math.max(0, index - 20), index + digits!.length).trim()
    }
  if (counted.length < least) return []
  const sentence = `${counted.length} Zahlen hinter Wörtern zählen fort wie Zeichen von Anmerkungen (zuerst ${quoted(first!)}), doch die Datei hat keine Anmerkungen. Beim Speichern als einfacher Text gehen sie verloren: bitte die Datei selbst importieren (DOCX, ODT, PDF).`
  return [question('notes', counted[0]!.offset, sentence)]
}
