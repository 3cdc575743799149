import type { ImportPosition } from '../../import-position.ts'
import type { Picture, Remark } from '../../imported-text.ts'
import { quoted, question } from '../../report/remark.ts'

/** Collects the pictures of a text; the same file is taken once. */
export class Pictures {
  readonly found: Picture[] = []
  readonly #slug: string
  readonly #bytesOf: (address: string) => Uint8Array | null
  readonly #remarks: Remark[]
  readonly #urls = new Map<string, string | null>()

  constructor(slug: string, bytesOf: (address: string) => Uint8Array | null, remarks: Remark[]) {
    this.#slug = slug
    this.#bytesOf = bytesOf
    this.#remarks = remarks
  }

  readonly urlOf = (address: string, at: ImportPosition): string | null => {
    const known = this.#urls.get(address)
    if (known !== undefined) return known
    const url = this.#take(address, at)
    this.#urls.set(address, url)
    return url
  }

  #take(address: string, at: ImportPosition): string | null {
    const bytes = bytesIn(address) ?? this.#bytesOf(decoded(address).replace(/[?#].*$/, ''))
    const ending = bytes && endingOf(bytes)
    if (!bytes || !ending) {
      const why = bytes ? 'ist kein Bild, das die Ausgabe zeigen kann' : 'liegt nicht bei der Datei'
      const named = address.startsWith('data:') ? 'in der Datei selbst' : quoted(address, 120)
      this.#remarks.push(question('dropped', at, `Bild ${named} ${why} und fehlt.`))
      return null
    }
    const name = `${this.#slug}-${this.found.length + 1}.${ending}`
    this.found.push({ name, bytes })
    return `/${name}`
  }
}

/** The bytes of a `data:` address. */
function bytesIn(address: string): Uint8Array | null {
  const [, base64, data] = /^data:[^,]*?(;base64)?,([\s\S]*)$/i.exec(address) ?? []
  if (data === undefined) return null
  return base64 ? Buffer.from(decoded(data), 'base64') : Buffer.from(decoded(data))
}

export function decoded(address: string): string {
  try {
    return decodeURIComponent(address)
  } catch {
    return address
  }
}

const signatures: readonly (readonly [RegExp, string])[] = [
  [/^\x89PNG/, 'png'],
  [/^\xFF\xD8\xFF/, 'jpg'],
  [/^GIF8/, 'gif'],
  [/^RIFF[\s\S]{4}WEBP/, 'webp'],
  [/^[\s\S]{4}ftypavif/, 'avif'],
  [
    /^(?:\xEF\xBB\xBF)?\s*(?:<\?xml[\s\S]*?\?>|<!--[\s\S]*?-->|<!DOCTYPE[^>]*>|\s)*<svg[\s>]/,
    'svg',
  ],
]

/** The ending of a picture's name, told by its bytes; null: not a picture that the edition shows. */
export function endingOf(bytes: Uint8Array): string | null {
  const start = Buffer.from(bytes.subarray(0, 2048)).toString('latin1')
  return signatures.find(([sign]) => sign.test(start))?.[1] ?? null
}
