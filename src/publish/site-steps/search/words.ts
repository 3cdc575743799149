/**
 * The words of the edition, sorted, one spelling each (small letters where a word has both). Joined words stay
 * whole (`Nvidia-H100-GPUs`), addresses and numbers are left out: these are looked up as they are.
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

/**
 * The words one after another. Each begins with a control character that says how many letters it shares with the
 * one before (0 to 15), plus 16 where its first letter is a capital.
 */
export function packWords(words: readonly string[]): string {
  let before = ''
  return words
    .map((word) => {
      const small = word[0]!.toLowerCase() + word.slice(1)
      let shared = 0
      while (shared < 15 && shared < small.length && small[shared] === before[shared]) shared++
      before = small
      return String.fromCharCode(shared + (small === word ? 0 : 16)) + small.slice(shared)
    })
    .join('')
}

const trim = (token: string) => token.replace(/^[^\p{L}\p{N}]+|[^\p{L}\p{N}]+$/gu, '')

const isWord = (word: string) =>
  /\p{L}/u.test(word) && word.length > 1 && !isAddress(word) && !/^\d+\p{L}?$/u.test(word)

const isAddress = (word: string) => /\p{L}\.\p{L}|\.\w+\/|\/.*\d|\d\/|\d[.]\d/u.test(word)
