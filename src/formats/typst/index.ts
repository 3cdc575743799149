import type { Note, Term, Text, Work } from '../../edition/model/model.ts'
import type { BibliographyEntry } from '../../edition/model/model.ts'
import { glossId, termId } from '../../contract/ids.ts'
import { citedEntries, glossedTerms, imprintLines, stopBehind } from '../back-matter.ts'
import { setSpaces } from '../german/spaces.ts'
import { createWriter, pieces, type Context, type Writer } from './handlers.ts'
import { languageOf, literal, words } from './literal.ts'
import { functions, template, type Layout } from './template.ts'

export { papers, type Layout, type Paper } from './template.ts'

export interface TypstSurroundings extends Pick<Context, 'absolute' | 'figure'> {
  /** Title of the edition. */
  edition: string
  /** Absolute address of the text. */
  address: string
  /** How the text is to be cited. */
  reference: string
  terms: readonly Term[]
  works: ReadonlyMap<string, Work>
  bibliography: readonly BibliographyEntry[]
}

/**
 * A text as a document of Typst: title page, contents, text with notes at the foot, glosses, bibliography.
 * @param nudges index of a block → additional space before it, in em
 */
export function textToTypst(
  text: Text,
  around: TypstSurroundings,
  layout: Layout,
  nudges: ReadonlyMap<number, number> = new Map(),
): { source: string; blockOf: Writer['blockOf'] } {
  const { works, absolute, figure } = around
  const notes = new Map(text.notes.map((note) => [note.identifier, note]))
  const writer = createWriter({
    notes,
    absolute,
    figure,
    nudges,
    resolved: (note) => resolvedIn(note, works),
  })
  const keywords = [...new Set(text.occurrences.map(({ term }) => term))].flatMap(
    (slug) => around.terms.find((term) => term.slug === slug)?.lemma ?? [],
  )
  const parts = [
    functions(layout.paper),
    `#set document(title: ${literal(fullTitle(text))}, author: (${text.author.map((name) => `${literal(name)},`).join('')}), keywords: (${keywords.map((word) => `${literal(word)},`).join('')}), date: ${dateOf(text)})`,
    template(layout),
    `#set text(${languageOf(text.language)})`,
    // Typst takes code for English.
    `#show raw: set text(${languageOf(text.language)})`,
    `#author.update(${literal(text.author.join(', '))})`,
    titlePage(text, around),
    contents(text),
    writer.blocks(text.tree.children),
    glosses(text, around.terms, writer.inline),
    bibliography(text, around.bibliography),
  ]
  return { source: parts.join('\n'), blockOf: writer.blockOf }
}

const fullTitle = ({ title, subtitle }: Text) => (subtitle ? `${title}. ${subtitle}` : title)

function dateOf({ date }: Text): string {
  const [year, month = 1, day = 1] = (date ?? '').split('-').map(Number)
  return year ? `datetime(year: ${year}, month: ${month}, day: ${day})` : 'none'
}

/** The works that „ebd.“ or a short title refers to, in brackets behind the words of the note. */
function resolvedIn(note: Note, works: ReadonlyMap<string, Work>): string {
  const names = note.repeatedWorks.flatMap((key) => {
    const work = works.get(key)
    return work ? [shortName(work)] : []
  })
  return names.length > 0 ? words(setSpaces(` [${names.join('; ')}]`)) : ''
}

function shortName(work: Work): string {
  const [first] = work.author ?? work.editor ?? []
  const name = first?.family ?? first?.literal
  const title = work['title-short'] ?? work.title?.replace(/(?<=.{12})[.:?!] .*$/s, '')
  return [name, title].filter(Boolean).join(': ')
}

function titlePage(text: Text, { edition, address, reference }: TypstSurroundings): string {
  return `
#v(18%)
#block(above: 0pt, below: 1.2em, par(text(size: 1.1em, ${words(text.author.join(', ')).slice(1)})))
#title[${words(setSpaces(text.title))}]
${text.subtitle ? `#block(above: 0.8em, par(text(size: 1.2em, style: "italic", ${literal(setSpaces(text.subtitle))})))` : ''}
#v(1fr)
#block({
  set text(size: 0.86em)
  set par(first-line-indent: 0pt, justify: false, spacing: 0.7em)
  set text(hyphenate: false)
  [${words(edition)}
  
  #link(${literal(address)})
  
  ${imprintLines(text)
    .map((line) => words(setSpaces(line)))
    .join('\n\n  ')}
  
  So zitieren: ${words(reference)}]
})
#pagebreak()`
}

function contents({ sections }: Text): string {
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

/** The glosses with the pages on which their terms stand for the first time. */
function glosses(
  text: Text,
  terms: readonly Term[],
  inline: (nodes: Term['glossContent']) => string,
): string {
  const own = glossedTerms(text, terms)
  if (own.length === 0) return ''
  const entries = own.map(
    (term) =>
      `#block(below: 0.8em)[#par[#strong[${lemmaOf(term)}] ${inline(term.glossContent)} #text(fill: luma(90))[S.#sym.space.nobreak.narrow#page-of(<${termId(term.slug)}>)]#metadata("")<${glossId(term.slug)}>]]`,
  )
  return backMatter('Glossen', entries)
}

const lemmaOf = ({ lemma, language }: Term) =>
  language ? `#text(${languageOf(language)})[${words(lemma)}]` : words(lemma)

function bibliography(text: Text, entries: readonly BibliographyEntry[]): string {
  const own = citedEntries(text, entries)
  if (own.length === 0) return ''
  return backMatter(
    'Literatur',
    own.map(
      ({ pieces: parts }) =>
        `#block(below: 0.7em, par(hanging-indent: 1.2em)[${pieces(parts)}${words(stopBehind(parts))}])`,
    ),
  )
}

function backMatter(title: string, entries: readonly string[]): string {
  return `#pagebreak(weak: true)
#heading(level: 1, supplement: [${title}])[${title}]
#{
set text(size: 0.88em)
set par(first-line-indent: 0pt)
[${entries.join('\n')}]
}`
}
