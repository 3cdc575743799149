/** Names pictures and makes figures of them. */
import type { ImportPosition } from '../../import-position.ts'
import type { Block, Picture, Remark } from '../../imported-text.ts'
import { quoted, question } from '../../report/remark.ts'

export interface FoundPicture {
  /** Null: the file does not contain it. */
  bytes: Uint8Array | null
  /** Ending of its name, such as `png`. */
  ending: string
  /** Name in the file or address, for the report. */
  source: string
  alternative: string | null
}

/** What browsers show. */
const shown = new Set(['png', 'jpg', 'svg', 'webp', 'avif', 'gif'])

export class PictureStore {
  readonly pictures: Picture[] = []
  readonly #bySource = new Map<string, string>()
  readonly #slug: string

  constructor(slug: string) {
    this.#slug = slug
  }

  figure(found: FoundPicture, at: ImportPosition, remarks: Remark[]): Block {
    const { bytes, source, alternative } = found
    const url = this.#url(found)
    const ending = endingOf(found)
    if (!bytes)
      remarks.push(
        question(
          'dropped',
          at,
          `Das Bild ${quoted(source || 'ohne Namen')} ist nicht in der Datei; es ist als \`public${url}\` hinzuzufügen.`,
        ),
      )
    else if (!shown.has(ending))
      remarks.push(
        question(
          'dropped',
          at,
          `Das Bild \`public${url}\` ist von der Art ${ending.toUpperCase() || 'unbekannt'}, die Browser nicht zeigen; es ist in PNG oder SVG umzuwandeln.`,
        ),
      )
    if (alternative === null)
      remarks.push(
        question(
          'characters',
          at,
          `Was zeigt das Bild \`public${url}\`? Die Datei enthält keinen Alternativtext.`,
        ),
      )
    return { kind: 'figure', url, alternative, caption: null, at }
  }

  #url(found: FoundPicture): string {
    const known = this.#bySource.get(found.source)
    if (known !== undefined && found.source !== '') return `/${known}`
    const name = `${this.#slug}-${this.#bySource.size + 1}.${endingOf(found) || 'png'}`
    this.#bySource.set(found.source || name, name)
    if (found.bytes) this.pictures.push({ name, bytes: found.bytes })
    return `/${name}`
  }
}

const signatures: readonly (readonly [string, RegExp])[] = [
  ['png', /^\x89PNG/],
  ['jpg', /^\xFF\xD8\xFF/],
  ['gif', /^GIF8/],
  ['webp', /^RIFF[\s\S]{4}WEBP/],
  ['svg', /^(?:\xEF\xBB\xBF)?\s*(?:<\?xml[\s\S]{0,500}?)?<svg\b/],
]

/** By the bytes of the picture; its name may be wrong. */
function endingOf({ bytes, ending }: FoundPicture): string {
  const start = bytes ? Buffer.from(bytes.subarray(0, 600)).toString('latin1') : ''
  return signatures.find(([, sign]) => sign.test(start))?.[0] ?? ending.replace('jpeg', 'jpg')
}
