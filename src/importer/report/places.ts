/** Places of the source in words. */
import type { ImportPosition } from '../import-position.ts'

/** Such as „Zeilen 3, 7“, „S. 2, Zeile 5“ or „Absatz 12 von word/footnotes.xml“. */
export function namesOf(positions: readonly ImportPosition[]): string {
  return [...Map.groupBy(positions, groupOf)]
    .map(([group, same]) => {
      const numbers = [...new Set(same.map(numberOf))]
      const [one, several] =
        same[0]!.kind === 'paragraph' ? ['Absatz', 'Absätze'] : ['Zeile', 'Zeilen']
      const named = `${numbers.length > 1 ? several : one} ${numbers.join(', ')}`
      return same[0]!.kind === 'paragraph' && group
        ? `${named} von ${group}`
        : [group, named].filter(Boolean).join(', ')
    })
    .join('; ')
}

function groupOf(position: ImportPosition): string {
  if (position.kind === 'paragraph') return position.part ?? ''
  return position.kind === 'page' ? `S. ${position.page}` : ''
}

const numberOf = (position: ImportPosition): number =>
  position.kind === 'paragraph' ? position.paragraph : position.line

/** A place in a column of a table; lines are numbers alone. */
export const shortNameOf = (position: ImportPosition): string =>
  position.kind === 'line' ? String(position.line) : namesOf([position])
