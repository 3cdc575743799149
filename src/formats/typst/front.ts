import { paragraphId } from '../../contract/ids.ts'
import type { Excerpt } from '../../edition/model/excerpt.ts'
import type { Text } from '../../edition/model/model.ts'
import { doiLine, imprintLines } from '../back-matter.ts'
import { setSpaces } from '../german/spaces.ts'
import type { TypstSurroundings } from './surroundings.ts'
import { linked, withLinks } from './address.ts'
import { literal, words } from './literal.ts'

/** A page with the title, and what readers must know to cite and to pass on the text. */
export function titlePage(text: Text, around: TypstSurroundings): string {
  return `
#title-pages.update(1)
#v(18%)
${titleLines(text)}
#v(1fr)
${imprint(text, around, around.address)}
#pagebreak()`
}

/** The head of a passage, above its text. */
export function passageHead(text: Excerpt, around: TypstSurroundings): string {
  const address = `${around.address}#${paragraphId(text.passage.first)}`
  return `
${titleLines(text)}
#block(above: 0.8em, below: 1.2em, par(text(size: 0.9em, ${literal(passageName(text))})))
${imprint(text, around, address)}
#v(1.6em)`
}

/** „Absatz 14“, „Absätze 14–20“. */
export const passageName = ({ passage: { first, last } }: Excerpt): string =>
  setSpaces(first === last ? `Absatz ${first}` : `Absätze ${first}–\u2060${last}`)

const titleLines = (text: Text) => `
#block(above: 0pt, below: 1.2em, par(text(size: 1.1em, ${literal(text.author.join(', '))})))
#title[${words(setSpaces(text.title))}]
${text.subtitle ? `#block(above: 0.8em, par(text(size: 1.2em, style: "italic", ${literal(setSpaces(text.subtitle))})))` : ''}`

/** Edition, address, version, rights and reference. */
export function imprint(
  text: Text,
  { edition, reference }: TypstSurroundings,
  address: string,
): string {
  const isRestricted = text.rights.status === 'teaching-only' || text.rights.status === 'unknown'
  const lines = imprintLines(text).map((line) => words(setSpaces(line)))
  const doi = doiLine(text)
  // The sentence on the rights is the second.
  const shown = lines.map((line, i) => (isRestricted && i === 1 ? `#strong[${line}]` : line))
  return `#block({
  set text(size: 0.86em)
  set par(first-line-indent: 0pt, justify: false, spacing: 0.7em)
  set text(hyphenate: false)
  [${words(edition)}

  ${linked(address)}
${doi ? `\n  ${words(doi.label)}${linked(doi.href)}\n` : ''}
  ${shown.join('\n\n  ')}

  So zitieren: ${withLinks(reference)}]
})`
}

export function contents({ sections }: Text): string {
  if (sections.length < 3) return ''
  return `#{
  set par(first-line-indent: 0pt)
  show outline.entry: it => link(it.element.location(), it.indented(none, {
    it.element.supplement
    box(width: 1fr, inset: (x: 0.4em), repeat(gap: 0.15em)[.])
    it.page()
  }))
  outline(title: [Inhalt], depth: 2, indent: 1em)
}
#pagebreak(weak: true)`
}
