import { wordsAndAddresses } from '../../contract/web-addresses.ts'
import { addressParts } from '../german/addresses.ts'
import { setSpaces } from '../german/spaces.ts'
import { literal, words } from './literal.ts'

/** Longest run of letters and digits in an address that is never parted. */
const longestRun = 16

/** An address: lines end between its parts, with no hyphen that would seem to be one of its own. */
export function address(printed: string): string {
  const parts = addressParts(printed).flatMap((part) =>
    part.length > longestRun && !part.includes('://') ? part.match(/.{1,8}/gsu)! : [part],
  )
  return `#address(${parts.map(unparted).join(', ')})`
}

/** Typst ends lines behind „://“, too. */
const unparted = (part: string): string =>
  part.includes('://') ? `box(${literal(part)})` : literal(part)

/** An address as a link, in its own words. */
export const linked = (href: string): string => `#link(${literal(href)})[${address(href)}]`

/** Plain words; addresses on the web in them are links. */
export const withLinks = (text: string): string =>
  wordsAndAddresses(text)
    .map(({ words: part, href }) =>
      href ? `#link(${literal(href)})[${address(part)}]` : words(setSpaces(part)),
    )
    .join('')
