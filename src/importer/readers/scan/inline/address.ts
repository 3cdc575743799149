/** An address as printed, mostly without https://; never only a domain, which might be two words. */
const address =
  /(?<![\p{L}\p{N}@./-])(?:(?:https?:\/\/|www\.)[^\s<>«»‹›\\]+|(?:[a-z0-9][a-z0-9-]*\.)+[a-z]{2,}\/[^\s<>«»‹›\\]+)/gu

/** Where printed addresses stand in a text, without the punctuation that follows them. */
export function addressesIn(text: string): { from: number; to: number }[] {
  return [...text.matchAll(address)].map(({ index, 0: whole }) => {
    let printed = whole.replace(/[.,;:!?*_]+$/, '')
    // A bracket that was not opened inside the address closes one outside.
    while (/[)\]]$/.test(printed) && !balanced(printed))
      printed = printed.slice(0, -1).replace(/[.,;:!?]+$/, '')
    return { from: index, to: index + printed.length }
  })
}

/** Where a printed address leads: https:// is mostly left out. */
export function targetOf(printed: string): string {
  return /^https?:/.test(printed) ? printed : `https://${printed}`
}

function balanced(text: string): boolean {
  const count = (sign: string) => text.split(sign).length
  return count('(') === count(')') && count('[') === count(']')
}
