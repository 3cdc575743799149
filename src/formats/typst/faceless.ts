/** Signs for which no font of a PDF has a letter: their codes stand in a box instead, as `U+3008`. */

/** Signs that Typst names as it refuses to write a PDF that would lack them; several code points may make one. */
export const facelessIn = (diagnoses: string): string[] => [
  ...new Set(
    [...diagnoses.matchAll(/the text `\\?"(.+?)\\?"` could not be displayed/g)].map(([, sign]) =>
      sign!.replace(/\\+u\{([\da-f]+)\}/g, (_, code: string) =>
        String.fromCodePoint(parseInt(code, 16)),
      ),
    ),
  ),
]

/** Typst that shows the codes of these signs, wherever in a document they stand. */
export function codesOf(signs: ReadonlySet<string>): string {
  if (signs.size === 0) return ''
  const any = [...signs]
    .sort((a, b) => b.length - a.length)
    .map((sign) =>
      [...sign].map((letter) => `\\u{${letter.codePointAt(0)!.toString(16)}}`).join(''),
    )
    .join('|')
  return `#show regex("${any}"): it => box(stroke: 0.4pt, outset: (x: 0.06em, y: 0.12em), text(size: 0.5em, style: "normal", font: "Source Sans 3", hyphenate: false, it.text.codepoints().map(sign => "U+" + upper(str(sign.to-unicode(), base: 16))).join(" ")))
`
}
