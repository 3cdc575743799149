import type { Form } from './forms.ts'
import { comparePassages } from './compare-passages.ts'
import { namedByWords } from './named-by-words.ts'
import {
  joined,
  type Block,
  type GlossRead,
  type MarkKind,
  type NoteRead,
  type Passage,
  type Reading,
  type WorkRead,
} from './reading.ts'

export interface Row {
  what: string
  expected: number
  /** As many of them as the form has, in order and at their places. */
  found: number
}

export interface Comparison {
  rows: Row[]
  /** Each names the place: `paragraph 12, word 7: …`. */
  differences: string[]
}

const markRows: Record<MarkKind, string> = {
  call: 'calls of notes at their words',
  gloss: 'words with a gloss',
  work: 'words that refer to a work',
  page: 'page breaks at their words',
  language: 'words in other languages',
  formula: 'formulas at their words',
}

/** A passage without marks of the text's own language, which not every form can tell from none. */
const foreignIn = (passage: Passage, { language }: Reading): Passage => ({
  ...passage,
  marks: passage.marks.filter(({ kind, name }) => kind !== 'language' || name !== language),
})

/** Compares what the Edition has with what a form has. */
export function compare(form: Form, expected: Reading, read: Reading): Comparison {
  const found = form.namesParts ? read : namedByWords(expected, read)
  const rows = new Map<string, Row>()
  const differences: string[] = []
  const count = (what: string, wanted: number, right: number) => {
    const row = rows.get(what) ?? { what, expected: 0, found: 0 }
    rows.set(what, { what, expected: row.expected + wanted, found: row.found + right })
  }
  const differ = (place: string, what: string) => differences.push(`${place}: ${what}`)
  const passages = (place: string, wanted: Passage, read: Passage, words: string) => {
    const result = comparePassages(form, foreignIn(wanted, expected), foreignIn(read, expected))
    count(words, result.words.expected, result.words.found)
    for (const [kind, { expected, found }] of Object.entries(result.marks))
      count(markRows[kind as MarkKind], expected, found)
    for (const difference of result.differences) differences.push(place + difference)
  }
  /** Pairs what has the same name; each is to be there once, and in order. */
  const pairs = <Item>(
    what: string,
    one: string,
    wanted: readonly Item[],
    read: readonly Item[],
    nameOf: (item: Item) => string,
    inOrder = true,
  ): [Item, Item][] => {
    const byName = Map.groupBy(read, nameOf)
    const names = new Set(wanted.map(nameOf))
    const paired = wanted.flatMap((item): [Item, Item][] => {
      const [first, ...others] = byName.get(nameOf(item)) ?? []
      if (!first) differ(`${one} ${nameOf(item)}`, 'is missing')
      if (others.length > 0) differ(`${one} ${nameOf(item)}`, `stands ${others.length + 1} times`)
      return first ? [[item, first]] : []
    })
    for (const [name] of byName) if (!names.has(name)) differ(`${one} ${name}`, 'is additional')
    let right = paired.filter(([item]) => byName.get(nameOf(item))!.length === 1).length
    if (inOrder) {
      const order = paired.map(([, item]) => read.indexOf(item))
      const stray = order.findIndex((place, i) => i > 0 && place < order[i - 1]!)
      if (stray > 0) {
        right -= 1
        const [here, before] = [paired[stray]![0], paired[stray - 1]![0]]
        differ(`${one} ${nameOf(here)}`, `stands before ${one} ${nameOf(before)}`)
      }
    }
    count(what, wanted.length, right)
    return paired
  }

  if (expected.language !== found.language)
    differ('the text', `is in “${found.language}” instead of “${expected.language}”`)

  const units = [
    unitsOf(expected.blocks, form),
    unitsOf(found.blocks, form, form.partsBlocks ? ' ' : '\n'),
  ] as const
  const numbered = (list: readonly Unit[]) => list.filter(({ kind }) => kind === 'paragraph')
  const headings = (list: readonly Unit[]) => list.filter(({ kind }) => kind === 'heading')
  const others = (list: readonly Unit[]) => list.filter(({ kind }) => kind === 'other')
  const named = ({ name }: Unit) => name
  for (const [wanted, read] of pairs(
    'paragraph numbers',
    'paragraph',
    numbered(units[0]),
    numbered(units[1]),
    named,
  ))
    passages(`paragraph ${wanted.name}`, wanted, read, 'words of paragraphs')
  for (const [wanted, read] of pairs(
    'headings',
    'heading',
    headings(units[0]),
    headings(units[1]),
    named,
  ))
    passages(`heading ${wanted.name}`, wanted, read, 'words of headings')
  for (const [wanted, read] of pairs(
    'lists, tables and other blocks',
    'what stands behind',
    others(units[0]),
    others(units[1]),
    named,
  ))
    passages(`what stands behind ${wanted.name}`, wanted, read, 'words of other blocks')
  const sequence = (list: readonly Unit[]) => list.map(({ kind, name }) => `${kind} ${name}`)
  const [first, second] = [sequence(units[0]), sequence(units[1])]
  const moved = first.findIndex((unit, i) => unit !== second[i])
  if (moved >= 0 && first.toSorted().join() === second.toSorted().join())
    differ(first[moved]!, `has changed places with ${second[moved]}`)

  for (const [wanted, read] of pairs(
    'notes',
    'note',
    expected.notes,
    found.notes,
    ({ label }: NoteRead) => label,
  )) {
    const [own, added] = splitNote(wanted, read)
    passages(`note ${wanted.label}`, wanted, own, 'words of notes')
    if (!form.resolvesWorks) continue
    const names = wanted.resolved === '' ? [] : wanted.resolved.split('\n')
    const said = names.filter((name) => closed(added).includes(closed(name)))
    count('works named behind notes', names.length, said.length)
    for (const name of names)
      if (!said.includes(name)) differ(`note ${wanted.label}`, `its work by ${name} is not named`)
    if (names.length === 0 && added !== '')
      differ(`note ${wanted.label}`, `“${added}” is additional`)
  }
  if (form.hasPages) comparePages(found, count, differ)

  const isFirst = ({ name }: { name: string }) => !/-\d+$/.test(name)
  const glosses = form.repeatsGlosses ? expected.glosses : expected.glosses.filter(isFirst)
  for (const [wanted, read] of pairs(
    'glosses',
    'gloss',
    glosses,
    found.glosses,
    ({ name }: GlossRead) => name,
    false,
  )) {
    passages(`gloss ${wanted.name}`, wanted, read, 'words of glosses')
    if (wanted.lemma !== read.lemma.replaceAll('\n', ' '))
      differ(`gloss ${wanted.name}`, `is of “${read.lemma}” instead of “${wanted.lemma}”`)
    const marked = wanted.language === read.language
    if (wanted.language) count('languages of terms', 1, marked ? 1 : 0)
    if (!marked)
      differ(
        `gloss ${wanted.name}`,
        `its term is in “${read.language}” instead of “${wanted.language}”`,
      )
  }

  for (const [wanted, read] of pairs(
    'works',
    'work',
    expected.works,
    found.works,
    ({ key }: WorkRead) => key,
  ))
    if (form.writesWorks)
      passages(
        `work ${wanted.key}`,
        { words: withoutStop(wanted.words), marks: [] },
        { words: withoutStop(read.words), marks: [] },
        'words of works',
      )
  return { rows: [...rows.values()], differences }
}

interface Unit extends Passage {
  kind: Block['kind']
  name: string
}

/** Blocks by the names they have in all forms: number, words of a heading, what an unnumbered block stands behind. */
function unitsOf(blocks: readonly Block[], form: Form, glue = ' '): Unit[] {
  const units: Unit[] = []
  for (const { kind, number, words, marks } of blocks) {
    const last = units.at(-1)
    if (kind !== 'other') {
      units.push({ kind, name: number ?? `“${words.replaceAll('\n', ' ')}”`, words, marks })
      continue
    }
    if (!last || (form.partsBlocks && last.kind !== 'other')) {
      const name = last ? `${last.kind} ${last.name}` : 'the title'
      units.push({ kind, name, words, marks })
      continue
    }
    const before = last.words.replace(/\s/g, '').length
    const behind = marks.map((mark) => ({ ...mark, at: mark.at + before }))
    // A page may end within the words of a gloss.
    last.marks = joined([...last.marks, ...behind], ['language', 'gloss'])
    last.words = [last.words, words].filter(Boolean).join(glue)
  }
  return units
}

/** The note's own words, and what the form adds behind them. */
function splitNote(wanted: NoteRead, read: NoteRead): [Passage, string] {
  if (wanted.resolved === '' || read.resolved !== '') return [read, read.resolved]
  const [, own, added] = /^(.*?)[\s]\[([^[\]]*)\]$/s.exec(read.words) ?? []
  return own === undefined ? [read, ''] : [{ ...read, words: own }, added!]
}

function comparePages(
  found: Reading,
  count: (what: string, wanted: number, right: number) => void,
  differ: (place: string, what: string) => void,
) {
  const calls = found.blocks.flatMap(({ marks }) => marks.filter(({ kind }) => kind === 'call'))
  for (const { label, page } of found.notes) {
    const call = calls.find(({ name }) => name === label)
    if (!call) continue
    count('notes on the page of their call', 1, call.page === page ? 1 : 0)
    if (call.page !== page)
      differ(`note ${label}`, `begins on page ${page}, its call stands on page ${call.page}`)
  }
}

/** Without spaces: behind a hyphen a line may end. */
const closed = (words: string) => words.replace(/\s+/g, '')
const withoutStop = (words: string) => words.replace(/\.$/, '')
