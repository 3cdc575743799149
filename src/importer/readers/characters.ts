/** Composes letters and their accents; dissolves ligatures; removes soft hyphens and characters without width. */
export function plainCharacters(text: string): string {
  return dissolveLigatures(text.normalize('NFC'))
    .replace(/[\u00AD\u200B\u2060\uFEFF\u0000-\u0008\u000E-\u001F\u007F]/g, '')
    .replace(/[\u0085\u2028\u2029\u000B]/g, ' ')
}

/** Ligatures that some fonts and programs write as one character. */
export const dissolveLigatures = (text: string): string =>
  text.replace(/[\uFB00-\uFB06]/g, (ligature) => ligature.normalize('NFKC'))
