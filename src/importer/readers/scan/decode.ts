import type { Remarked, Scan } from '../../imported-text.ts'
import { ImportError, problemAt, problemIn } from '../../problems.ts'
import { remark } from '../../report/remark.ts'

/**
 * Bytes of a scan → its text: UTF-8 only, no byte order mark, line ends as \n, composed characters (NFC).
 * Throws ImportError: not-utf8, empty-scan.
 */
export function decode(file: string, bytes: Uint8Array): Remarked<Scan> {
  let text: string
  try {
    text = new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    const { offset, line, column } = firstWrongByte(bytes)
    const byte = `0x${bytes[offset]!.toString(16).toUpperCase()}`
    throw new ImportError([problemAt({ file, line, column }, 'not-utf8', byte)])
  }
  const lines = text.replace(/\r\n?/g, '\n')
  const scan = { file, text: lines.normalize('NFC') }
  // A NUL between characters is how UTF-16 looks when it is read as UTF-8.
  const nul = scan.text.indexOf('\0')
  if (nul >= 0) throw new ImportError([problemIn(scan, nul, 'not-utf8', '0x00')])
  if (scan.text.trim() === '') throw new ImportError([problemIn(scan, 0, 'empty-scan')])
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
  // Re-encoding gives the same bytes back until the first wrong one.
  for (const character of tolerant.decode(bytes)) {
    const own = encoder.encode(character)
    if (own.some((byte, i) => bytes[offset + i] !== byte)) break
    offset += own.length
    if (character === '\n') {
      line += 1
      column = 1
    } else column += character.length
  }
  return { offset: Math.min(offset, bytes.length - 1), line, column }
}
