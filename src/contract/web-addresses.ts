/** Words, and the addresses on the web among them. */
export type Worded = { words: string; href: string | null }

/** Signs at the end of an address that are of the sentence around it. */
const behind = /[.,;:!?'"“”‘’»«›‹*_…]+$/
const brackets = { ')': '(', ']': '[', '}': '{' } as const

/** Divides plain words at the addresses in them: with a scheme of the web, or beginning with `www.`. */
export function wordsAndAddresses(words: string): Worded[] {
  const parts: Worded[] = []
  let at = 0
  for (const { 0: found, index } of words.matchAll(
    /(?<![\p{L}\p{N}])(?:https?:\/\/|www\.)[^\s<>„]+/giu,
  )) {
    const address = trimmed(found)
    const href = /^www\./i.test(address) ? `https://${address}` : address
    if (!URL.canParse(href) || !/\/\/[^/?#]*[\p{L}\p{N}]/u.test(href)) continue
    if (index > at) parts.push({ words: words.slice(at, index), href: null })
    parts.push({ words: address, href })
    at = index + address.length
  }
  if (at < words.length) parts.push({ words: words.slice(at), href: null })
  return parts
}

/** A bracket that the address does not open is of the sentence, too. */
function trimmed(address: string): string {
  const bare = address.replace(behind, '')
  const last = bare.at(-1) as keyof typeof brackets
  const opening = brackets[last]
  if (!opening || count(bare, opening) >= count(bare, last)) return bare
  return trimmed(bare.slice(0, -1))
}

const count = (words: string, sign: string): number => words.split(sign).length - 1
