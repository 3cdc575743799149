/** The style that writes some words at the foot of every printed page, on the left. */
export const footOfPaper = (...words: (string | undefined)[]): string =>
  `@page{@bottom-left{content:${cssString(words.filter(Boolean).join(' · '))};font:7.5pt sans-serif}}`

/** What could end a string of CSS, or the element around it, is written by its number. */
const cssString = (words: string): string =>
  `"${words.replace(/["\\<\p{Cc}]/gu, (sign) => `\\${sign.codePointAt(0)!.toString(16)} `)}"`
