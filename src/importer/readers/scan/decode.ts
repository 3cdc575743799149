import type { Scan, ScanRemarked } from './scan.ts'
import { positionsIn } from '../../import-position.ts'
import { problemAt, problemIn, type Problem } from '../../problems.ts'
import { remark } from '../../report/remark.ts'

/**
 * Decodes a scan: UTF-8 only, without byte order mark, line ends as \n, composed characters (NFC).
 * Problems: not-utf8, empty-scan.
 */
export function decode(file: string, bytes: Uint8Array): ScanRemarked<Scan> | { problem: Problem } {
  let text: string
  try {
    text = new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    const { offset, line, column } = firstWrongByte(bytes)
    const byte = `0x${bytes[offset]!.toString(16).toUpperCase()}`
    return { problem: problemAt({ file, line, column }, 'not-utf8', byte) }
  }
  const lines = text.replace(/\r\n?/g, '\n')
  const composed = lines.normalize('NFC')
  const scan: Scan = { file, text: composed, positionOf: positionsIn(composed) }
  // UTF-16 read as UTF-8 has a NUL between characters.
  const nul = scan.text.indexOf('\0')
  if (nul >= 0) return { problem: problemIn(scan, nul, 'not-utf8', '0x00') }
  if (scan.text.trim() === '') return { problem: problemIn(scan, 0, 'empty-scan') }
  const remarks =
    scan.text === lines
      ? []
      : [
          remark(
            'characters',
            0,
            'Der Scan setzt Umlaute oder Akzente aus zwei Zeichen zusammen; hier sind sie je eines.',
          ),
        ]
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
