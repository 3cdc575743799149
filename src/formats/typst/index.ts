import type { Note, Text, Work } from '../../edition/model/model.ts'
import type { Excerpt } from '../../edition/model/excerpt.ts'
import { fullTitle } from '../back-matter.ts'
import { setSpaces } from '../german/spaces.ts'
import { bibliography, glossContent, glosses } from './back.ts'
import { contents, passageHead, passageName, titlePage } from './front.ts'
import { createWriter, type Context, type Writer } from './handlers.ts'
import type { Layout } from './layout.ts'
import { languageOf, literal, words } from './literal.ts'
import type { Nudges, TypstDocument, TypstSurroundings } from './surroundings.ts'
import { scriptFamilies } from './script-fonts.ts'
import { functions, template } from './template.ts'

export { layoutOf, type Layout, type Paper } from './layout.ts'
export type { Nudge, Nudges, TypstDocument, TypstSurroundings } from './surroundings.ts'

/**
 * A text as a document of Typst: title page, contents, text with notes at the foot, glosses, bibliography; a passage
 * has a head in place of title page and contents.
 */
export function textToTypst(
  text: Text | Excerpt,
  around: TypstSurroundings,
  layout: Layout,
  nudges: Nudges = new Map(),
): TypstDocument {
  const passage = 'passage' in text ? text : null
  const writer = writerOf(text, around, layout, { nudges })
  const lemmas = [...new Set(text.occurrences.map(({ term }) => term))].flatMap(
    (slug) => around.terms.find((term) => term.slug === slug)?.lemma ?? [],
  )
  const keywords = [...new Set([...text.subjects, ...lemmas])]
  const title = [fullTitle(text), ...(passage ? [passageName(passage)] : [])].join(', ')
  const content = [
    `#author.update(${literal(text.author.join(', '))})`,
    passage ? passageHead(passage, around) : titlePage(text, around) + contents(text),
    writer.blocks(text.tree.children),
    glosses(text, around.terms, writer.inline, { beside: layout.glosses === 'margin' }),
    bibliography(text, around.bibliography),
  ].join('\n')
  const about = { ...text, title, keywords }
  return { source: withPreamble(content, layout, about, text.date), blockOf: writer.blockOf }
}

/** What writes a text in a layout. */
export function writerOf(
  text: Text,
  { works, terms, absolute, figure }: TypstSurroundings,
  layout: Layout,
  more: { nudges: Nudges } & Partial<Pick<Context, 'prefix' | 'before' | 'level'>>,
): Writer {
  const bySlug = new Map(terms.map((term) => [term.slug, term]))
  const writer: Writer = createWriter({
    ...{ prefix: '', before: () => '', level: 0, absolute, figure },
    ...more,
    notes: new Map(text.notes.map((note) => [note.identifier, note])),
    beside: (slug) => {
      const term = layout.glosses === 'margin' && bySlug.get(slug)
      return term ? glossContent(term, writer.inline) : null
    },
    resolved: (note) => (layout.ebd === 'printed' ? '' : resolvedIn(note, works)),
  })
  return writer
}

interface Metadata {
  title: string
  author: readonly string[]
  keywords: readonly string[]
  language: string
  abstract?: string | undefined
}

/** Functions, metadata and page before the content; the functions come first, since the page refers to them. */
export function withPreamble(
  content: string,
  layout: Layout,
  about: Metadata,
  date: string | undefined,
): string {
  const { title, author, keywords, language, abstract } = about
  return [
    `#let own-language = arguments(${languageOf(language)})`,
    functions(layout, scriptFamilies(content)),
    `#set document(title: ${literal(title)}, author: ${list(author)}, description: ${abstract ? literal(abstract) : 'none'}, keywords: ${list(keywords)}, date: ${dateOf(date)})`,
    template(layout),
    `#set text(${languageOf(language)})`,
    // Typst takes code for English.
    `#show raw: set text(${languageOf(language)})`,
    content,
  ].join('\n')
}

const list = (items: readonly string[]) => `(${items.map((item) => `${literal(item)},`).join('')})`

function dateOf(date: string | undefined): string {
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
