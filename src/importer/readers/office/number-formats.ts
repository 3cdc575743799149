/** Numbers as word processors show them. */
import { romanOf } from '../roman-numbers.ts'

/** In the formats of Word and of LibreOffice. */
export function numberInFormat(number: number, format: string): string {
  switch (format) {
    case 'lowerLetter':
    case 'a':
      return letters(number)
    case 'upperLetter':
    case 'A':
      return letters(number).toUpperCase()
    case 'lowerRoman':
    case 'i':
      return roman(number)
    case 'upperRoman':
    case 'I':
      return roman(number).toUpperCase()
    case 'decimalZero':
      return String(number).padStart(2, '0')
    case 'none':
      return ''
    default:
      return String(number)
  }
}

/** a … z, aa … zz as Word counts. */
function letters(number: number): string {
  if (number < 1 || number > 26 * 20) return String(number)
  return String.fromCharCode(97 + ((number - 1) % 26)).repeat(Math.ceil(number / 26))
}

const roman = (number: number): string =>
  number < 1 || number > 3999 ? String(number) : romanOf(number)
