/** Bytes of HTML or XML → text, by the encoding that the file declares. */
import type { Remark } from '../../imported-text.ts'
import { start } from '../../import-position.ts'
import { question, quoted, remark } from '../../report/remark.ts'
import { encodingByMark } from '../byte-order-mark.ts'

export function decodeHtml(bytes: Uint8Array): { text: string; remarks: Remark[] } {
  const marked = encodingByMark(bytes)
  if (marked) return { text: new TextDecoder(marked).decode(bytes), remarks: [] }
  const declared = declaredIn(bytes)
  const unicode = strictly('utf-8', bytes)
  if (declared === null)
    return unicode === null
      ? decodedAs('windows-1252', bytes, [
          remark(
            'characters',
            start,
            'Keine Kodierung angegeben und nicht UTF-8: als Windows-1252 gelesen.',
          ),
        ])
      : { text: unicode, remarks: [] }
  const decoder = decoderOf(declared)
  if (!decoder)
    return decodedAs(unicode === null ? 'windows-1252' : 'utf-8', bytes, [
      question('characters', start, `Die angegebene Kodierung ${quoted(declared)} gibt es nicht.`),
    ])
  if (decoder.encoding === 'utf-8')
    return unicode === null
      ? decodedAs('windows-1252', bytes, [
          question(
            'characters',
            start,
            'Als UTF-8 bezeichnet, ist es aber nicht; als Windows-1252 gelesen. Stimmen die Umlaute?',
          ),
        ])
      : { text: unicode, remarks: [] }
  // Hardly any text of another encoding happens to be UTF-8 with signs beyond ASCII.
  if (unicode !== null && /[^\0-\x7F]/.test(unicode) && !decoder.encoding.startsWith('utf-16'))
    return {
      text: unicode,
      remarks: [remark('characters', start, `Als ${declared} bezeichnet, aber UTF-8: so gelesen.`)],
    }
  if (decoder.encoding.startsWith('utf-16') && unicode !== null)
    return { text: unicode, remarks: [] }
  return decodedAs(decoder.encoding, bytes, [])
}

const decodedAs = (encoding: string, bytes: Uint8Array, remarks: Remark[]) => ({
  text: new TextDecoder(encoding).decode(bytes),
  remarks,
})

function strictly(encoding: string, bytes: Uint8Array): string | null {
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes)
  } catch {
    return null
  }
}

function decoderOf(label: string): TextDecoder | null {
  try {
    return new TextDecoder(label)
  } catch {
    return null
  }
}

/** The encoding named by the XML declaration or a `meta` element. */
function declaredIn(bytes: Uint8Array): string | null {
  const head = Buffer.from(bytes.subarray(0, 8192))
    .toString('latin1')
    .replace(/<!--[\s\S]*?-->/g, '')
  const [, inXml] = /^\s*<\?xml[^>]*encoding\s*=\s*["']([\w:.-]+)/i.exec(head) ?? []
  if (inXml) return inXml
  const [, inMeta] = /<meta\b[^>]*?charset\s*=\s*["']?\s*([\w:.-]+)/i.exec(head) ?? []
  return inMeta ?? null
}
