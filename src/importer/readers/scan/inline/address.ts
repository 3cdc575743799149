/** A printed address, mostly without https://; not a domain alone, which may be two words. */
const address =
  /(?<![\p{L}\p{N}@./-])(?:(?:https?:\/\/|www\.)[^\s<>«»‹›\\]+|(?:[a-z0-9][a-z0-9-]*\.)+[a-z]{2,}\/[^\s<>«»‹›\\]+)/gu

/** Ranges of printed addresses in a text, without the punctuation after them. */
export function addressesIn(text: string): { from: number; to: number }[] {
  return [...text.matchAll(address)].map(({ index, 0: whole }) => {
    let printed = whole.replace(/[.,;:!?*_]+$/, '')
    // A closing bracket without an opening one in the address is not part of it.
    while (/[)\]]$/.test(printed) && !balanced(printed))
      printed = printed.slice(0, -1).replace(/[.,;:!?]+$/, '')
    return { from: index, to: index + printed.length }
  })
}

/** The URL of a printed address; adds https:// if it is missing. */
export function targetOf(printed: string): string {
  return /^https?:/.test(printed) ? printed : `https://${printed}`
}

function balanced(text: string): boolean {
  const count = (sign: string) => text.split(sign).length
  return count('(') === count(')') && count('[') === count(']')
}
