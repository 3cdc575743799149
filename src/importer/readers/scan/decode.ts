import type { Scan, ScanRemark, ScanRemarked } from './scan.ts'
import { positionsIn } from '../../import-position.ts'
import { problemAt, problemIn, type Problem } from '../../problems.ts'
import { question, remark } from '../../report/remark.ts'
import { dissolveLigatures } from '../characters.ts'
import { encodingOf } from './encoding.ts'

const names: Readonly<Record<string, string>> = {
  'utf-16le': 'UTF-16',
  'utf-16be': 'UTF-16',
  'windows-1252': 'Windows-1252 (Latin-1)',
  macintosh: 'Mac Roman',
}

/**
 * Decodes a scan: UTF-8, or another encoding if that is plain; without byte order mark, line ends as \n, composed
 * characters (NFC), no ligatures. Problems: not-utf8, empty-scan.
 */
export function decode(file: string, bytes: Uint8Array): ScanRemarked<Scan> | { problem: Problem } {
  const encoding = encodingOf(bytes)
  if (encoding === null) {
    const { offset, line, column } = firstWrongByte(bytes)
    const byte = `0x${bytes[offset]!.toString(16).toUpperCase()}`
    return { problem: problemAt({ file, line, column }, 'not-utf8', byte) }
  }
  const lines = new TextDecoder(encoding).decode(bytes).replace(/\r\n?/g, '\n')
  const composed = lines.normalize('NFC')
  const text = dissolveLigatures(composed)
  const scan: Scan = { file, text, positionOf: positionsIn(text) }
  const nul = scan.text.indexOf('\0')
  if (nul >= 0) return { problem: problemIn(scan, nul, 'not-utf8', '0x00') }
  if (scan.text.trim() === '') return { problem: problemIn(scan, 0, 'empty-scan') }
  const remarks: ScanRemark[] = []
  const name = names[encoding]
  if (name) {
    const sentence = `Die Datei ist nicht UTF-8 und als ${name} gelesen. Sind Umlaute und Anführungszeichen richtig?`
    remarks.push(question('characters', 0, sentence))
  }
  if (composed !== lines) {
    const sentence =
      'Der Scan setzt Umlaute oder Akzente aus zwei Zeichen zusammen; hier sind sie je eines.'
    remarks.push(remark('characters', 0, sentence))
  }
  if (text !== composed)
    remarks.push(remark('characters', 0, 'Ligaturen wie „ﬁ“ sind in ihre Buchstaben aufgelöst.'))
  return { value: scan, remarks }
}

function firstWrongByte(bytes: Uint8Array) {
  const tolerant = new TextDecoder('utf-8', { ignoreBOM: true })
  const encoder = new TextEncoder()
  let offset = 0
  let line = 1
  let column = 1
  let before = ''
  // Re-encoding gives the same bytes up to the first invalid one.
  for (const character of tolerant.decode(bytes)) {
    const own = encoder.encode(character)
    if (own.some((byte, i) => bytes[offset + i] !== byte)) break
    offset += own.length
    if (character === '\n' || character === '\r') {
      if (character === '\r' || before !== '\r') line += 1
      column = 1
    } else column += character.length
    before = character
  }
  return { offset: Math.min(offset, bytes.length - 1), line, column }
}
