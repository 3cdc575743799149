/** Small letters without accents; umlauts are spelled out: „Größe, à la“ → `groesse, a la`. */
export const plain = (words: string): string =>
  words
    .toLowerCase()
    .replace(/[äöüß]/g, (letter) => ({ ä: 'ae', ö: 'oe', ü: 'ue', ß: 'ss' })[letter]!)
    .normalize('NFD')
    .replace(/\p{Mn}/gu, '')
