/** Ligatures that some fonts and programs write as one character. */
const ligatures: Readonly<Record<string, string>> = {
  ﬀ: 'ff',
  ﬁ: 'fi',
  ﬂ: 'fl',
  ﬃ: 'ffi',
  ﬄ: 'ffl',
  ﬅ: 'ſt',
  ﬆ: 'st',
}

/** Dissolves ligatures; removes soft hyphens, characters without width and control characters. */
export function plainCharacters(text: string): string {
  return text
    .replace(/[\uFB00-\uFB06]/g, (ligature) => ligatures[ligature]!)
    .replace(/[\u00AD\u200B\u2060\uFEFF\u0000-\u0008\u000E-\u001F\u007F]/g, '')
    .replace(/[\u0085\u2028\u2029\u000B]/g, ' ')
}
