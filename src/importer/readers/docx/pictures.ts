/** Pictures of a DOCX file. */
import { descendants, type XmlElement } from '../xml.ts'
import type { FoundPicture } from '../office/picture-store.ts'
import type { Parts } from './parts.ts'

/** The pictures in a `w:drawing`, `w:pict` or `w:object`. */
export function picturesIn(element: XmlElement, part: string, parts: Parts): FoundPicture[] {
  const inside = [...descendants(element)]
  const described =
    inside.find(({ name }) => name === 'wp:docPr') ?? inside.find(({ name }) => name === 'v:shape')
  const { descr, title, alt } = described?.attributes ?? {}
  const alternative = (descr ?? alt ?? title ?? '').replace(/\s+/g, ' ').trim() || null
  return inside.flatMap(({ name, attributes }) => {
    if (name !== 'a:blip' && name !== 'v:imagedata') return []
    const id = attributes['r:embed'] || attributes['r:id'] || attributes['r:link']
    const relation = id === undefined ? undefined : parts.relations(part).get(id)
    const target = relation?.target ?? id ?? ''
    const bytes = relation && !relation.external ? parts.bytes(target) : null
    const ending = /\.(\w+)$/.exec(target)?.[1]?.toLowerCase() ?? ''
    return [{ bytes, ending, source: target, alternative }]
  })
}
