/** The words of an ODT file as they stand in `content.xml`. */
import type { SourceLine } from '../../report/lost-words.ts'
import { sourceLines } from '../source-lines.ts'
import type { XmlElement } from '../xml.ts'

export function odtSourceLines(text: XmlElement): SourceLine[] {
  let paragraph = 0
  const place = () => ({
    kind: 'paragraph' as const,
    part: null,
    paragraph: Math.max(1, paragraph),
  })
  return sourceLines(text, {
    start: place(),
    blockAt: ({ name }) => {
      if (!/^text:[ph]$/.test(name)) return null
      paragraph += 1
      return place()
    },
    isInside: ({ name }) => /^(?:text:note|draw:text-box)$/.test(name),
    holdsWords: ({ name }) => /^text:/.test(name) || /:(?:mi|mn|mtext)$/.test(name),
    wordsFor: ({ name }) => (noWords.test(name) ? '' : (signs[name] ?? null)),
  })
}

/** Data, comments, deleted text and the marks of notes. */
const noWords =
  /^(?:text:(?:tracked-changes|note-citation|script|[\w-]+-decls|index-source|table-of-content-source)|office:(?:annotation|forms|binary-data))$/

const signs: Readonly<Record<string, string>> = {
  'text:s': ' ',
  'text:tab': ' ',
  'text:line-break': ' ',
}
