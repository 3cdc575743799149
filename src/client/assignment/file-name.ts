/** „Zählen & Schwingen“ → `zaehlen-schwingen`. */
export function fileName(words: string): string {
  const spelt = words
    .toLowerCase()
    .replace(/[äöüß]/g, (letter) => ({ ä: 'ae', ö: 'oe', ü: 'ue', ß: 'ss' })[letter]!)
  const plain = spelt.normalize('NFD').replace(/\p{Mn}/gu, '')
  return (
    plain
      .replace(/[^a-z0-9]+/g, '-')
      .replace(/^-|-$/g, '')
      .slice(0, 60) || 'aufgabe'
  )
}
