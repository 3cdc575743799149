/**
 * Letters whose marks stand behind them, as file systems and PDFs write „ü“, with the mark in them: the edition is
 * searched, cited and frozen by one spelling. Signs without such marks stay as they are.
 */
export const composeLetters = (words: string): string =>
  words.replace(/\p{L}[\u0300-\u036f]+/gu, (letter) => letter.normalize('NFC'))
