import { encodingByMark } from '../byte-order-mark.ts'

/** Name of the encoding, for TextDecoder; null if it is damaged UTF-8 or cannot be told. */
export function encodingOf(bytes: Uint8Array): string | null {
  const wide = encodingByMark(bytes) ?? wideIn(bytes)
  if (wide) return wide
  if (isUtf8(bytes)) return 'utf-8'
  const tolerant = new TextDecoder('utf-8').decode(bytes)
  const wrong = tolerant.match(/\uFFFD/g)?.length ?? 0
  const right = tolerant.match(/[^\0-\x7F\uFFFD]/g)?.length ?? 0
  if (right > wrong / 4) return null
  return singleByteOf(bytes)
}

function isUtf8(bytes: Uint8Array): boolean {
  try {
    new TextDecoder('utf-8', { fatal: true }).decode(bytes)
    return true
  } catch {
    return false
  }
}

/** UTF-16 without a byte order mark: every other byte is NUL for most letters. */
function wideIn(bytes: Uint8Array): string | null {
  const sample = bytes.subarray(0, 4000)
  const nuls = [0, 0]
  for (const [i, byte] of sample.entries()) if (byte === 0) nuls[i % 2]! += 1
  const most = sample.length / 2
  if (nuls[1]! > most * 0.7 && nuls[0]! < most * 0.1) return 'utf-16le'
  if (nuls[0]! > most * 0.7 && nuls[1]! < most * 0.1) return 'utf-16be'
  return null
}

const usual = /[ÄÖÜäöüßéèêàâçôîñ„“”‚‘’«»‹›–—…§°·²³¹†‡\u00A0€©]/g

/** Windows-1252 or Mac Roman, by the characters that are usual in German texts; null if most are not. */
function singleByteOf(bytes: Uint8Array): string | null {
  const scored = ['windows-1252', 'macintosh'].map((encoding) => {
    const text = new TextDecoder(encoding).decode(bytes)
    const all = text.match(/[^\0-\x7F]/g)?.length ?? 0
    const strange = text.match(/[\x80-\x9F]/g)?.length ?? 0
    return { encoding, share: all ? ((text.match(usual)?.length ?? 0) - strange) / all : 0 }
  })
  const [best] = scored.sort((a, b) => b.share - a.share)
  return best && best.share >= 0.8 ? best.encoding : null
}
