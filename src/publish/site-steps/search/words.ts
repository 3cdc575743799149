/**
 * The words of the edition, sorted, with one spelling each (lower case if a word has both). Hyphenated words are one
 * word (`Nvidia-H100-GPUs`). Addresses and numbers are left out, since they are searched only as typed.
 */
export function wordsOf(contents: readonly string[]): string[] {
  const spellings = new Map<string, string>()
  for (const content of contents)
    for (const token of content.split(/[\s–—…]+/)) {
      const word = trim(token)
      if (!isWord(word)) continue
      const key = word.toLowerCase()
      const known = spellings.get(key)
      if (known === undefined || word === key) spellings.set(key, word)
    }
  return [...spellings.entries()].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, word]) => word)
}

const trim = (token: string) => token.replace(/^[^\p{L}\p{N}]+|[^\p{L}\p{N}]+$/gu, '')

const isWord = (word: string) =>
  /\p{L}/u.test(word) && word.length > 1 && !isAddress(word) && !/^\d+\p{L}?$/u.test(word)

const isAddress = (word: string) => /\p{L}\.\p{L}|\.\w+\/|\/.*\d|\d\/|\d[.]\d/u.test(word)
