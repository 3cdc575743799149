/**
 * The words of a paragraph or a note: paragraphs are numbered by them, search finds them, annotations are laid on
 * them. They are read from Markdown (`markdown/wording.ts`) and from pages (`client/text-on-page/wording.ts`).
 *
 *                        in Markdown             on pages                           in the wording
 *     call of a note     footnoteReference       role="doc-noteref"                 nothing
 *     a note             footnoteDefinition      outside the paragraph              nothing
 *     page break         pageBreak               role="doc-pagebreak"               nothing
 *     hidden             –                       aria-hidden="true"                 nothing
 *     front matter       yaml                    –                                  nothing
 *     line break         break                   `<br>` and the line end behind it  a space
 *     line end           in a text               in a text                          a space
 *     formula            formula                `<math>`                           its signs in their order
 *     any other space    no-break, narrow, thin  the same, and those that are set   an ordinary space
 *     soft hyphen        in a text               the same                           stays
 *
 * On pages each character of the wording is a character of the page, since annotations keep offsets: several spaces
 * stay several, and soft hyphens are counted. In Markdown several spaces are one, and none stands at an end. With
 * `collapseSpaces` the two are equal. What readers search and copy goes without soft hyphens besides (`bareWords`).
 */

/** Types of Markdown nodes that are none of the words. */
export const leftOutNodes: ReadonlySet<string> = new Set([
  'footnoteReference',
  'footnoteDefinition',
  'pageBreak',
  'yaml',
])

/** Selector of what stands inside paragraphs and notes of a page but is none of their words. */
export const leftOutSelector = '[role="doc-noteref"], [role="doc-pagebreak"], [aria-hidden="true"]'

/** Every space and line end as an ordinary space, one for one. */
export const ordinarySpaces = (letters: string): string => letters.replace(/\s/g, ' ')

/** Every run of spaces as one ordinary space, none at the ends. */
export const collapseSpaces = (letters: string): string => letters.replace(/\s+/g, ' ').trim()

/** Without soft hyphens, zero-width spaces and word joiners. */
export const withoutInvisible = (letters: string): string =>
  letters.replace(/[\u00ad\u200b\u2060]/g, '')

/** The words as they are searched and copied. */
export const bareWords = (letters: string): string => collapseSpaces(withoutInvisible(letters))
