/** CSS that prints some words in the left part of every page's footer. */
export const printFooter = (...words: (string | undefined)[]): string =>
  `@page{@bottom-left{content:${cssString(words.filter(Boolean).join(' · '))};font:7.5pt sans-serif}}`

/** Escapes characters that could end the CSS string or the style element. */
const cssString = (words: string): string =>
  `"${words.replace(/["\\<\p{Cc}]/gu, (sign) => `\\${sign.codePointAt(0)!.toString(16)} `)}"`
