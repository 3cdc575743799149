import { glossId } from '../../contract/ids.ts'
import { measuresOf, type Layout } from './layout.ts'

/** The page, the type and the functions that the content calls, in Typst. */
export function template(layout: Layout): string {
  const { width, height, inner, outer, top, bottom } = measuresOf(layout)
  const { size } = layout
  return `
#set page(
  width: ${width}mm, height: ${height}mm,
  margin: (inside: ${inner}mm, outside: ${outer}mm, top: ${top}mm, bottom: ${bottom}mm),
  binding: left,
  header: running-head, header-ascent: 40%,
  footer: folio,
)
#set text(font: body-font, size: ${size}pt, number-type: "old-style", hyphenate: true, costs: (hyphenation: 80%))
#set par(justify: true, leading: 0.62em, spacing: 0.62em, first-line-indent: 1.2em)
#show heading: set text(font: body-font, weight: "semibold", number-type: "old-style", hyphenate: false)
#show heading: set par(justify: false, first-line-indent: 0pt)
#show heading.where(level: 1): it => block(above: 2.2em, below: 1em, sticky: true, text(size: ${size * 1.2}pt, it.body))
#show heading.where(level: 2): it => block(above: 1.6em, below: 0.8em, sticky: true, text(size: ${size}pt, it.body))
#show heading.where(level: 3): it => block(above: 1.4em, below: 0.7em, sticky: true, emph(text(weight: "regular", size: ${size}pt, it.body)))
#set footnote.entry(separator: line(length: 22%, stroke: 0.4pt), gap: 0.42em, indent: 0pt, clearance: 1em)
#show footnote.entry: set text(size: ${(size * 0.82).toFixed(2)}pt)
#show footnote.entry: set par(leading: 0.5em, first-line-indent: 0pt)
// Not as switches, which would hold for a gloss beside the words, too.
#show emph: it => context text(style: if text.style == "italic" { "normal" } else { "italic" }, it.body)
#show strong: it => text(weight: "bold", it.body)
#show quote.where(block: true): it => block(above: 1em, below: 1em, inset: (left: 1.4em), width: 100%, text(size: 0.94em, it.body))
#set list(marker: [–], indent: 0.6em)
#set enum(indent: 0.6em)
#show list: set par(first-line-indent: 0pt)
#show enum: set par(first-line-indent: 0pt)
#set table(stroke: none, inset: (x: 0.5em, y: 0.35em), align: left)
#show table: set par(justify: false, first-line-indent: 0pt)
#show table.cell.where(y: 0): strong
#show table: set block(above: 1em, below: 1em)
// One that is wider than the text is scaled.
#show math.equation.where(block: true): it => block(above: 1em, below: 1em, width: 100%, layout(area => {
  let wide = measure(it).width
  align(center, if wide > area.width { scale(area.width / wide * 100%, reflow: true, it) } else { it })
}))
#show figure: set block(above: 1.2em, below: 1.2em)
#show figure.caption: set text(size: 0.88em)
#show figure.caption: set align(start)
#show figure.caption: set par(justify: false, first-line-indent: 0pt)
#show figure.caption: it => par(it.body)
// Typst sets these at 0.8 em.
#show raw: set text(font: "Source Sans 3", size: 1.15em)
#show raw.where(block: true): set block(above: 1em, below: 1em)
#show raw.where(block: true): set par(justify: false)
`
}

/**
 * Functions; they come first, since the page refers to them.
 * @param families for letters that the fonts of the edition lack
 */
export const functions = (layout: Layout, families: readonly string[]): string => {
  const { width, height, outer, top, bottom, gloss } = measuresOf(layout)
  // Numbers of paragraphs are nearest to the text.
  const [numbersAway, glossesAway] = [4, 10]
  const pagesAway = gloss > 0 ? glossesAway + gloss + 2 : 10
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
// A title page has no number.
#let title-pages = state("title-pages", 0)
#let folio = context if here().page() > title-pages.final() {
  align(center, text(size: 0.85em, number-type: "old-style", counter(page).display()))
}
// A word in the outer margin, at the height of the line; as large beside a heading as beside the text.
#let beside(body, away: ${numbersAway}mm) = box(width: 0pt, height: 0pt, context {
  let label = box(text(size: ${(layout.size * 0.68).toFixed(2)}pt, weight: "regular", style: "normal", font: "Source Sans 3", fill: luma(90), number-type: "lining", body))
  let x = here().position().x
  if calc.odd(here().page()) { place(left + bottom, dx: ${width - outer}mm + away - x, dy: 0pt, label) }
  else { place(left + bottom, dx: ${outer}mm - away - measure(label).width - x, dy: 0pt, label) }
})
#let numbered(number, mark) = if number != none { [#metadata(number)#mark]; beside(number) }
#let paragraph(number, mark, body) = par[#numbered(number, mark)#body]
// One with formulas on lines of their own, which Typst leaves out of a \`par\`.
#let parted-paragraph(number, mark, body) = [#parbreak()#numbered(number, mark)#body#parbreak()]
// Of a drama: the first words are the name of who speaks, or nobody's name.
#let speech(number, mark, body) = par(first-line-indent: 0pt, hanging-indent: 1.2em)[#numbered(number, mark)#body]
#let spoken(number, mark, body) = block(above: 0.62em, below: 0.62em, inset: (left: 1.2em), par(first-line-indent: 0pt)[#numbered(number, mark)#body])
#let verse(body) = block(above: 1em, below: 1em, inset: (left: 1.4em), width: 100%, { set text(hyphenate: false); set par(justify: false, first-line-indent: 0pt, hanging-indent: 1.5em); body })
// What is too long for a line hangs. Its number stands at the right edge, beside the first of them.
#let verse-line(number, indent, begins-stanza, body) = block(
  above: if begins-stanza { 1.3em } else { 0.62em }, below: 0.62em, width: 100%,
  inset: (left: indent * 0.5em, right: if number == none { 0em } else { 2em }), {
    if number != none {
      place(top + right, dx: 2em, pdf.artifact(text(font: "Source Sans 3", size: 0.72em, fill: luma(90), number-type: "lining", number)))
    }
    par(body)
  })
#let epigraph(body) = block(above: 1.4em, below: 1.4em, inset: (left: 30%), width: 100%, {
  set text(size: 0.92em)
  set par(justify: false, first-line-indent: 0pt)
  show quote.where(block: true): it => block(above: 0.62em, below: 0.62em, it.body)
  body
})
// Whose words a motto has.
#let said-by(body) = align(right, body)
#let dedication(body) = block(above: 1.4em, below: 1.4em, width: 100%, { set align(center); set par(justify: false, first-line-indent: 0pt); body })
#let signature(body) = block(above: 1em, below: 1em, width: 100%, { set align(right); set par(justify: false, first-line-indent: 0pt); body })
#let endmatter(body) = { set text(size: 0.88em); body }
#let captioned(body, caption) = {
  block(above: 1.2em, below: 1.2em, {
    body
    // Words that are no paragraph are tagged out of order where some of them are emphasised.
    block(above: 0.6em, { set text(size: 0.88em); set par(justify: false, first-line-indent: 0pt); par(caption) })
  })
}
// No word is parted: columns are as wide as their longest words, and share what is left by what they hold. If even these
// words have no room, the type is smaller, down to three fifths.
#let fitted-table(align: (), ..rows) = layout(area => {
  let (head, ..others) = rows.pos()
  let columns = range(head.len())
  let set-as(size, is-head, body) = { set text(size: size, hyphenate: false); if is-head { strong(body) } else { body } }
  let widths(size, part) = columns.map(i => calc.max(..rows.pos().enumerate().map(((n, row)) =>
    calc.max(0pt, ..part(row.at(i)).map(body => measure(set-as(size, n == 0, body)).width)))) + size)
  context {
    let size = 0.88em.to-absolute()
    let least = widths(size, cell => cell.words)
    let factor = calc.max(0.6, calc.min(1, area.width / least.sum()))
    least = least.map(width => width * factor)
    size = size * factor
    let whole = widths(size, cell => (cell.body,))
    let spare = calc.max(0pt, area.width - least.sum())
    let wanted = columns.map(i => calc.max(0pt, whole.at(i) - least.at(i)))
    let share = if wanted.sum() > 0pt { calc.min(1, spare / wanted.sum()) } else { 0 }
    set text(size: size, hyphenate: factor == 0.6)
    table(columns: columns.map(i => least.at(i) + wanted.at(i) * share), align: align,
      table.header(..head.map(cell => cell.body)), ..others.flatten().map(cell => cell.body))
  }
})
#let quoted(body) = quote(block: true, body)
// The page of the printed version begins here; its number stands farther out than those of paragraphs. The bar begins
// the line beside which the number stands: a line ends before it, with a hyphen within a word, or not there.
#let printed(label, joint) = [#{
  if joint == "word" { context if text.hyphenate == false { sym.wj } else { sym.hyph.soft } } else if joint == "tight" { sym.wj }
}#box[#pdf.artifact(text(fill: luma(110), size: 0.8em)[|])#beside(away: ${pagesAway}mm)[S.#sym.space.nobreak.narrow#label]]#sym.wj]
#let address(..parts) = {
  set text(hyphenate: false, number-type: "lining")
  parts.pos().join(h(0pt))
}
// The page on which a line stands; in a box, so that it cannot part from the line.
#let placed(label, mark) = box(width: 0pt, context [#metadata((n: label, page: here().page()))#mark])
// No line begins with a number that calls a note.
#let note(key, label, mark, body) = [#sym.wj#placed(key, <ruf>)#sym.wj#footnote(numbering: _ => label)[#placed(key, <notiz>)#h(0.2em)#body]#mark]
#let again(label, mark) = sym.wj + link(mark, super(label))
#let back-matter(title, body) = {
  pagebreak(weak: true)
  heading(level: 1, supplement: title, title)
  set text(size: 0.88em)
  set par(first-line-indent: 0pt)
  body
}
#let dotted(body) = underline(stroke: (paint: ink, thickness: 0.4pt, dash: "dotted"), offset: 0.18em, body)
#let glossed(gloss, mark, body) = [#link(gloss, dotted(body))#metadata("")#mark]
#let gloss-entry(body) = block(width: ${gloss}mm, {
  set text(font: "Source Sans 3", size: ${(layout.size * 0.74).toFixed(2)}pt, weight: "regular", style: "normal", hyphenate: true)
  // Not that of the words around its term, in which it is drawn where their paragraph ends on another page.
  set text(region: none, script: auto)
  set text(..own-language)
  set par(justify: false, first-line-indent: 0pt, leading: 0.5em)
  body
})
// The glosses beside a page with their heights: each at its term or below the one before, none below the type area.
#let gloss-column(page-number) = {
  let gap = 3mm
  let (start, end) = (${top}mm, ${height - bottom}mm)
  let room = end - start
  let column = ()
  for it in query(<randglosse>).filter(it => it.location().page() == page-number) {
    let tall = measure(gloss-entry(it.value.entry)).height
    if tall > room { continue }
    room -= tall + gap
    column.push((id: it.value.id, entry: it.value.entry, tall: tall, y: it.location().position().y - ${(layout.size * 0.7).toFixed(2)}pt))
  }
  for (i, it) in column.enumerate() {
    let y = calc.max(it.y, start)
    column.at(i).y = y
    start = y + it.tall + gap
  }
  for i in range(column.len()).rev() {
    let y = calc.min(column.at(i).y, end - column.at(i).tall)
    column.at(i).y = y
    end = y - gap
  }
  column
}
#let draw-gloss(id) = context {
  let found = gloss-column(here().page()).find(it => it.id == id)
  if found != none {
    let (x, y) = here().position()
    let edge = if calc.odd(here().page()) { ${width - outer + glossesAway}mm } else { ${outer - glossesAway - gloss}mm }
    place(top + left, dx: edge - x, dy: found.y - y, gloss-entry(found.entry))
    [#metadata("")#label("${glossId('')}" + id)]
  }
}
#let nowhere(body) = sym.wj + box(width: 0pt, height: 0pt, body) + sym.wj
// A gloss is drawn, and read, at the end of its paragraph; where that is on another page, at its term.
#let glosses-beside(..ids) = nowhere[#metadata(ids.pos())<randglossen-ende>#for id in ids.pos() { context {
  let terms = query(<randglosse>).filter(it => it.value.id == id)
  if terms.any(it => it.location().page() == here().page()) { draw-gloss(id) }
} }]
#let glossed-beside(id, mark, entry, body) = [#dotted(body)#metadata((id: id, entry: entry))<randglosse>#metadata("")#mark#nowhere(context {
  let ends = query(<randglossen-ende>).filter(it => id in it.value)
  if not ends.any(it => it.location().page() == here().page()) { draw-gloss(id) }
})]
// Those for which the margin of their page has no room.
#let remaining-glosses(title, ..entries) = context {
  let drawn = (:)
  for it in query(<randglosse>) {
    let column = gloss-column(it.location().page())
    drawn.insert(it.value.id, column.any(other => other.id == it.value.id))
  }
  let remaining = entries.pos().filter(((id, entry)) => not drawn.at(id, default: true))
  if remaining.len() > 0 { back-matter(title, remaining.map(((id, entry)) => entry).join()) }
}
#let blanks = block(below: 2em, grid(columns: (2fr, 1fr), column-gutter: 8mm, ..([Name:], [Datum:]).map(blank =>
  block(width: 100%, inset: (bottom: 1mm), stroke: (bottom: 0.5pt + luma(150)), text(font: "Source Sans 3", size: 0.85em, blank)))))
#let labelled(name, body) = block(above: 0.9em, below: 0.9em, par(first-line-indent: 0pt)[#strong[#name:] #body])
// With lines to write on.
#let question(name, body) = block(above: 1.2em, below: 1.2em, width: 100%, inset: (left: 4mm), stroke: (left: 1.2pt), {
  set par(first-line-indent: 0pt)
  block(sticky: true, below: 0.5em, text(font: "Source Sans 3", size: 0.85em, strong(name)))
  block(below: 0pt, sticky: true, body)
  // All on one page.
  block(above: 0pt, below: 0pt, width: 100%, breakable: false, {
    for _ in range(6) { block(above: 0pt, below: 0pt, width: 100%, height: 8.5mm, stroke: (bottom: 0.5pt + luma(150))) }
  })
})
// The words in a formula are those of the text around it.
#let body-font = (${[...families, '"Source Serif 4"', '"Source Sans 3"'].join(', ')})
#let formula-table(sides, gap, ..cells) = box(baseline: 50% - 0.25em, grid(columns: sides.len(), align: sides.map(side => side + horizon), column-gutter: gap, row-gutter: 0.5em, ..cells))
#let page-of(mark) = context link(mark, str(counter(page).at(mark).first()))
// The block is no part of the artifact: notes of the page before would be put in it where a page begins with it.
#let pause = align(center, block(above: 1em, below: 1em, pdf.artifact[\\* \\* \\*]))
#let picture(path, alt: "", caption: none) = figure(image(path, alt: alt), alt: alt, caption: caption, supplement: none, numbering: none)
#let inline-picture(path, alt: "") = box(image(path, alt: alt, height: 1.1em))
`
}
