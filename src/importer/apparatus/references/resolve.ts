import { addAll } from '../../add-all.ts'
import {
  mapPassages,
  positionIn,
  type Block,
  type ImportedText,
  type Mark,
  type Note,
  type Passage,
  type Remark,
  type Work,
} from '../../imported-text.ts'
import type { ImportPosition } from '../../import-position.ts'
import { quoted, question } from '../../report/remark.ts'
import { ofMatches, ofMention, ofNote, type Antecedent, type Mentioned } from './antecedent.ts'
import { surnameOf, type Names } from './names.ts'
import { readMentions, type Mention } from './read-mention.ts'
import { leftOver, remarksOn, unlinked } from './reference-remarks.ts'
import { linkAuthorDates, type DateLinks } from './link-author-dates.ts'
import { readListOfWorks } from './read-list.ts'
import { CitedWorks, type NamedWork } from './cited-works.ts'

/** A mention whose work is known. */
export interface Resolved {
  /** Null: in the running text. */
  note: string | null
  key: string
  /** `given`: linked in the source itself; `date`: by author and date, to a list of works. */
  kind: Mention['kind'] | 'given' | 'date'
  words: string
  at: ImportPosition
}

export interface Resolution {
  blocks: Block[]
  /** The notes with all resolved mentions marked. */
  notes: Note[]
  works: readonly NamedWork[]
  references: Resolved[]
  remarks: Remark[]
}

/**
 * Links the mentions in the notes to bibliography entries; adds a question if the antecedent is not certain. Mentions
 * that the source itself links keep their work.
 */
export function resolve(
  { blocks, notes, works }: Pick<ImportedText, 'blocks' | 'notes' | 'works'>,
  bibliography: readonly Work[],
  besideTexts: readonly Work[] = [],
): Resolution {
  const citedWorks = new CitedWorks(bibliography, besideTexts)
  const given = new Map(works.map((work) => [work.id, citedWorks.give(work)]))
  const references: Resolved[] = []
  const remarks: Remark[] = []
  let before: Antecedent = { why: 'es geht keine Anmerkung voraus' }

  /** The passage with the keys of its given mentions, which are added to the references. */
  const withKeys = (passage: Passage, note: string | null): Passage => {
    const marks = passage.marks.map((mark) => {
      const named = mark.kind === 'work' ? given.get(mark.key) : undefined
      if (mark.kind !== 'work' || !named) return mark
      const { from, to } = mark
      const key = named.work.id
      const words = passage.text.slice(from, to)
      references.push({ note, key, kind: 'given', words, at: positionIn(passage, from) })
      return { ...mark, key }
    })
    return { ...passage, marks }
  }
  const list = readListOfWorks(blocks, citedWorks)
  addAll(remarks, list.remarks)
  /** Links by author and date to the works of the list, and questions about those that are not certain. */
  const byDate = (passage: Passage, note: string | null): DateLinks => {
    const found = linkAuthorDates(passage, list.works)
    for (const { from, to, why } of found.asked) {
      const where = note === null ? '' : `Anm. ${note}: `
      const sentence = `${where}${quoted(passage.text.slice(from, to), 90)} ist nicht verknüpft: ${why}.`
      remarks.push(question('references', positionIn(passage, from), sentence))
    }
    for (const { from, to, work } of found.links) {
      const words = passage.text.slice(from, to)
      const key = work.work.id
      references.push({ note, key, kind: 'date', words, at: positionIn(passage, from) })
    }
    return found
  }
  const linked = mapPassages(blocks, (source) => {
    const passage = withKeys(source, null)
    if (list.entries.has(source)) return passage
    const { links } = byDate(passage, null)
    return { ...passage, marks: [...passage.marks, ...links.map(workMark)] }
  })

  const resolved = notes.map((note): Note => {
    const inNote: (Mentioned | null)[] = []
    const own = mapPassages(note.blocks, (source) => {
      const passage = withKeys(source, note.label)
      const marks: Mark[] = []
      const asked: { from: number; to: number }[] = []
      const links = source.marks.flatMap((mark) => {
        const work = mark.kind === 'work' ? given.get(mark.key) : undefined
        return work ? [{ from: mark.from, to: mark.to, work }] : []
      })
      const dated = byDate(passage, note.label)
      links.push(...dated.links)
      asked.push(...dated.asked)
      const doubtful = dated.asked.map(({ from, to }) => ({ from, to, work: null }))
      const mentions = readMentions(passage.text, isTitleIn(citedWorks))
      for (const mention of inOrder(mentions, [...links, ...doubtful])) {
        if ('work' in mention) {
          inNote.push(mention.work && { work: mention.work, quotedPerson: null })
          continue
        }
        if (mention.kind === 'prose') continue
        const last = inNote.at(-1)
        const antecedent = last === undefined ? before : ofMention(last)
        const found = workOf(withTarget(mention, passage), antecedent, citedWorks, note.label)
        const { from, to, kind } = mention
        const words = passage.text.slice(from, to)
        const at = positionIn(passage, from)
        inNote.push('why' in found ? null : found)
        if ('why' in found) {
          const sentence = `Anm. ${note.label}: ${quoted(words, 90)} ist nicht verknüpft: ${found.why}.${kind === 'ibid' ? ` Ist ein Werk gemeint, ist in \`(work:-)\` sein Schlüssel einzusetzen.` : ''}`
          remarks.push(question('references', at, sentence))
          asked.push({ from, to })
          continue
        }
        const key = found.work.work.id
        marks.push({ kind: 'work', key, from, to })
        references.push({ note: note.label, key, kind, words, at })
        remarks.push(...remarksOn(mention, found.work, note.label, at))
      }
      addAll(remarks, leftOver(passage, [...marks, ...links, ...asked], note.label))
      const none = unlinked(passage, [...marks, ...links])
      const own = [...marks, ...dated.links.map(workMark), ...none]
      return { ...passage, marks: [...passage.marks, ...own] }
    })
    before = ofNote(inNote)
    return { ...note, blocks: own }
  })
  return { blocks: linked, notes: resolved, works: citedWorks.works, references, remarks }
}

const workMark = ({ from, to, work }: DateLinks['links'][number]): Mark => ({
  kind: 'work',
  key: work.work.id,
  from,
  to,
})

/**
 * Mentions and links of the source in the order of the text; a mention that overlaps a link is left out. Lazy: whether
 * words are a short title depends on the mentions before them.
 */
function* inOrder<A extends { from: number; to: number }, B extends { from: number; to: number }>(
  mentions: Iterable<A>,
  links: readonly B[],
): Generator<A | B> {
  const sorted = links.toSorted((a, b) => a.from - b.from)
  let next = 0
  let end = 0
  for (const mention of mentions) {
    for (; next < sorted.length && sorted[next]!.from < mention.to; next += 1) {
      end = Math.max(end, sorted[next]!.to)
      yield sorted[next]!
    }
    if (end <= mention.from) yield mention
  }
  yield* sorted.slice(next)
}

/** Uses the target of a link, since the printed address may lack parts of it („www.“). */
function withTarget(mention: Mention, { text, marks }: Passage): Mention {
  if (mention.kind !== 'full' || !mention.reference.work.URL) return mention
  const { reference } = mention
  const target = marks.find(
    (mark) => mark.kind === 'link' && reference.work.URL!.endsWith(text.slice(mark.from, mark.to)),
  )
  if (target?.kind !== 'link') return mention
  return {
    ...mention,
    reference: { ...reference, work: { ...reference.work, URL: target.url } },
  }
}

const isTitleIn = (citedWorks: CitedWorks) => (names: Names, title: string) =>
  citedWorks.match(surnameOf(names.people[0]), title).length > 0

function workOf(
  mention: Mention,
  antecedent: Antecedent,
  citedWorks: CitedWorks,
  note: string,
): Antecedent {
  switch (mention.kind) {
    case 'full': {
      const { names, reference } = mention
      const work = citedWorks.name(reference.work, names, reference.title, note)
      return { work, quotedPerson: names.quotedPerson }
    }
    case 'short': {
      const { names, title } = mention
      const found = ofMatches(citedWorks.match(surnameOf(names.people[0]), title))
      return 'why' in found ? found : { ...found, quotedPerson: names.quotedPerson }
    }
    case 'ibid':
      return antecedent
    case 'idem': {
      if ('why' in antecedent) return antecedent
      const { author, editor } = antecedent.work.work
      const people = author ?? editor ?? []
      const { word, reference, title } = mention
      if (word === 'ders' && people.length !== 1)
        return { why: 'das Werk davor ist nicht von genau einer Person' }
      if (antecedent.quotedPerson)
        return {
          why: `gemeint sein kann auch die zitierte Person (${antecedent.quotedPerson})`,
        }
      if (!reference) return ofMatches(citedWorks.match(surnameOf(people[0]), title))
      const work = { ...reference.work, [author ? 'author' : 'editor']: people }
      const named = citedWorks.name(work, { people }, reference.title, note)
      return { work: named, quotedPerson: null }
    }
    case 'unread':
    case 'prose':
      return { why: 'es sieht nach einem Literaturverweis aus, ist aber nicht lesbar' }
  }
}
