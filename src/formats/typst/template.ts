/** Papers, with the width of their type area. Lengths in mm. */
export const papers = {
  a5: { width: 148, height: 210, inner: 18, outer: 22, top: 20, bottom: 22 },
  b5: { width: 176, height: 250, inner: 22, outer: 28, top: 24, bottom: 27 },
  a4: { width: 210, height: 297, inner: 32, outer: 46, top: 30, bottom: 36 },
} as const
export type Paper = keyof typeof papers

export interface Layout {
  paper: Paper
  /** Size of the running text in pt. */
  size: number
}

/** The page, the type and the functions that the content calls, in Typst. */
export function template({ paper, size }: Layout): string {
  const { width, height, inner, outer, top, bottom } = papers[paper]
  return `
#set page(
  width: ${width}mm, height: ${height}mm,
  margin: (inside: ${inner}mm, outside: ${outer}mm, top: ${top}mm, bottom: ${bottom}mm),
  binding: left,
  header: running-head, header-ascent: 40%,
  footer: context align(center, text(size: 0.85em, number-type: "old-style", counter(page).display())),
)
#set text(font: ("Source Serif 4", "Source Sans 3"), size: ${size}pt, number-type: "old-style", hyphenate: true, costs: (hyphenation: 80%))
#set par(justify: true, leading: 0.62em, spacing: 0.62em, first-line-indent: 1.2em)
#show heading: set text(font: "Source Serif 4", weight: "semibold", number-type: "old-style", hyphenate: false)
#show heading: set par(justify: false, first-line-indent: 0pt)
#show heading.where(level: 1): it => block(above: 2.2em, below: 1em, sticky: true, text(size: ${size * 1.2}pt, it.body))
#show heading.where(level: 2): it => block(above: 1.6em, below: 0.8em, sticky: true, text(size: ${size}pt, it.body))
#show heading.where(level: 3): it => block(above: 1.4em, below: 0.7em, sticky: true, emph(text(weight: "regular", size: ${size}pt, it.body)))
#set footnote.entry(separator: line(length: 22%, stroke: 0.4pt), gap: 0.42em, indent: 0pt, clearance: 1em)
#show footnote.entry: set text(size: ${(size * 0.82).toFixed(2)}pt)
#show footnote.entry: set par(leading: 0.5em, first-line-indent: 0pt)
#set list(marker: [–], indent: 0.6em)
#set enum(indent: 0.6em)
#set table(stroke: none, inset: (x: 0.5em, y: 0.35em), align: left)
#show table: set text(size: 0.88em)
#show table: set par(justify: false, first-line-indent: 0pt)
#show table.cell.where(y: 0): strong
#show table: set block(above: 1em, below: 1em)
#show figure: set block(above: 1.2em, below: 1.2em)
#show figure.caption: set text(size: 0.88em)
// Typst sets these at 0.8 em.
#show raw: set text(font: "Source Sans 3", size: 1.15em)
#show raw.where(block: true): set block(above: 1em, below: 1em)
#show raw.where(block: true): set par(justify: false)
`
}

/** Functions; they come first, since the page refers to them. */
export const functions = (paper: Paper): string => {
  const { width, outer } = papers[paper]
  return `
#let ink = rgb("#7a2e22")
#let author = state("author", "")
#let running-head = context {
  let page-number = here().page()
  if page-number > 1 {
    let before = query(heading.where(level: 1).before(here()))
    let on-page = query(heading.where(level: 1)).filter(it => it.location().page() == page-number)
    let section = if on-page.len() > 0 { on-page.first().supplement } else if before.len() > 0 { before.last().supplement } else { [] }
    set text(size: 0.82em, style: "italic", number-type: "old-style", hyphenate: false)
    if calc.odd(page-number) { align(right, section) } else { align(left, author.get()) }
  }
}
// A word in the outer margin, at the height of the line.
#let beside(body, away: 4mm) = box(width: 0pt, height: 0pt, context {
  let label = box(text(size: 0.68em, font: "Source Sans 3", fill: luma(90), number-type: "lining", body))
  let x = here().position().x
  if calc.odd(here().page()) { place(left + bottom, dx: ${width - outer}mm + away - x, dy: 0pt, label) }
  else { place(left + bottom, dx: ${outer}mm - away - measure(label).width - x, dy: 0pt, label) }
})
#let paragraph(number, mark, body) = par[#if number != none { [#metadata(number)#mark]; beside(number) }#body]
#let quoted(body) = block(above: 1em, below: 1em, inset: (left: 1.4em), width: 100%, {
  set text(size: 0.94em)
  body
})
// The page of the printed version begins here; its number stands farther out than those of paragraphs.
#let printed(label) = [#text(fill: luma(110), size: 0.8em)[|]#beside(away: 10mm)[S.#sym.space.nobreak.narrow#label]]
#let address(..parts) = {
  set text(hyphenate: false, number-type: "lining")
  parts.pos().join(h(0pt))
}
// The page on which a line stands; in a box, so that it cannot part from the line.
#let placed(label, mark) = box(width: 0pt, context [#metadata((n: label, page: here().page()))#mark])
// No line begins with a number that calls a note.
#let note(label, mark, body) = [#sym.wj#placed(label, <ruf>)#sym.wj#footnote(numbering: _ => label)[#placed(label, <notiz>)#h(0.2em)#body]#mark]
#let again(label, mark) = sym.wj + link(mark, super(label))
#let glossed(gloss, mark, body) = [#link(gloss, underline(stroke: (paint: ink, thickness: 0.4pt, dash: "dotted"), offset: 0.18em, body))#metadata("")#mark]
#let page-of(mark) = context link(mark, str(counter(page).at(mark).first()))
#let pause = pdf.artifact(align(center, block(above: 1em, below: 1em, [\\* \\* \\*])))
#let picture(path, alt: "", caption: none) = figure(image(path, alt: alt), alt: alt, caption: caption, supplement: none, numbering: none)
#let inline-picture(path, alt: "") = box(image(path, alt: alt, height: 1.1em))
`
}
