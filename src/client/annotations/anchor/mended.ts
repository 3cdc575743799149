/**
 * Whether a word is another one with its spelling mended. Where the other could be a word of its own, it is not:
 * „fordern“ and „fördern“, „berichtet“ and „berichtete“, „blieben“ and „bleiben“, „Beträgen“ and „Beiträgen“ say
 * different things by one letter.
 */
export function isMended(before: string, now: string): boolean {
  if (before === now) return true
  if (/\p{N}|[*_]/u.test(before + now)) return false
  const length = Math.min(before.length, now.length)
  if (length >= 7 && spelled(before) === spelled(now)) return true
  const start = alikeFrom(before, now, 1)
  if (start === 0) return false
  const end = alikeFrom(before, now, -1, length - start)
  const [old, added] = [before, now].map((word) => word.slice(start, word.length - end))
  const [left, right] = [before.slice(0, start), before.slice(before.length - end)]
  const isInside = end > 1 && !ending.test(right)
  const letters = old! + added!
  if (letters.length === 1)
    return length >= 8 && isInside && !isOther(left.at(-1)! + letters + right[0]!)
  if (old!.length === 2 && added!.length === 2)
    return length >= 5 && end > 0 && old === added![1]! + added![0]! && !/ie|ei/.test(old)
  if (old!.length !== 1 || added!.length !== 1) return false
  if (end < 2) return length >= 7 && /^[dt]{2}$/.test(letters)
  return length >= 10 && start >= 4 && isInside && !/[aeiouäöüy]|^(?:fs|sf|bn|nb)$/.test(letters)
}

/** Ends of words in which their forms differ. */
const ending = /^(?:e[mnrst]|[lr]n|st|te)$/

/** Whether a letter between two others often makes another word: „Beträgen“, „Leitungen“. */
const isOther = (letters: string) => /^(?!ie)[aeiouäöü]{2}|[aeiouäöü]{2}$|^.st/.test(letters)

/** Older and newer spellings, and single and double consonants, as one. */
const spelled = (word: string) =>
  word
    .replace(/ph/g, 'f')
    .replace(/Ph/g, 'F')
    .replace(/([trTR])h/g, '$1')
    .replace(/y/g, 'i')
    .replace(/^C(?=[eiäyz])/, 'Z')
    .replace(/(?<![sS])c(?=[eiäyz])/g, 'z')
    .replace(/(?<![sS])c(?![hk])/g, 'k')
    .replace(/([b-df-hj-np-tv-z])\1+/g, '$1')

/** How many letters two words have in common from their beginning or end. */
function alikeFrom(a: string, b: string, step: 1 | -1, most = Math.min(a.length, b.length)) {
  let alike = 0
  const letter = (word: string) => word.at(step > 0 ? alike : -1 - alike)
  while (alike < most && letter(a) === letter(b)) alike++
  return alike
}
