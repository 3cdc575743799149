/** The words of a TEI document as they stand in its XML. */
import type { ImportPosition } from '../../import-position.ts'
import type { SourceLine } from '../../report/lost-words.ts'
import { sourceLines } from '../source-lines.ts'
import { textIn, type XmlElement } from '../xml.ts'
import { divides } from './line-breaks.ts'

/** Of elements that say the same in two ways, as `choice`, all ways; the report names those that are left out. */
export function teiSourceLines(
  text: XmlElement,
  at: (element: XmlElement) => ImportPosition,
): SourceLine[] {
  return sourceLines(text, {
    start: at(text),
    blockAt: (element) => (inLine.test(element.name) ? null : at(element)),
    isInside: ({ name }) => name === 'note',
    holdsWords: () => true,
    wordsFor: (element) => {
      if (element.name === 'formula') return ` ${textIn(element)} `
      if (!/^(?:lb|cb|gb|pb)$/.test(element.name)) return null
      return divides(element) ? '-\n' : '\n'
    },
  })
}

/** Elements inside of words and sentences; at others words end. */
const inLine =
  /^(?:hi|foreign|emph|distinct|mentioned|term|gloss|soCalled|q|quote|said|ref|ptr|note|choice|corr|sic|reg|orig|abbr|expan|ex|am|add|del|subst|supplied|unclear|surplus|damage|gap|space|seg|s|w|pc|c|g|num|measure|date|time|name|persName|placeName|orgName|geogName|rs|forename|surname|nameLink|roleName|genName|title|author|editor|bibl|biblScope|lb|cb|gb|pb|anchor|milestone|index|app|lem|rdg|formula|graphic|email|idno|metamark|handShift|secl|restore|text)$/
