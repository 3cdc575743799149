import type { Excerpt } from '../../edition/model/excerpt.ts'
import type { BibliographyEntry, Session } from '../../edition/model/model.ts'
import { inOrderOfText } from '../../contract/assignment/question-order.ts'
import { setSpaces } from '../german/spaces.ts'
import { withLinks } from './address.ts'
import { bibliography, glosses, worksList } from './back.ts'
import { imprint, passageName } from './front.ts'
import {
  withPreamble,
  writerOf,
  type Nudges,
  type TypstDocument,
  type TypstSurroundings,
} from './index.ts'
import type { Layout } from './layout.ts'
import { languageOf, literal, words } from './literal.ts'

export interface Worksheet {
  session: Pick<Session, 'title' | 'aim' | 'task'>
  passages: { text: Excerpt; around: TypstSurroundings }[]
  /** With the numbers of the paragraphs they are about, in the first passage. */
  questions: readonly { at: string[]; text: string }[]
  works: readonly BibliographyEntry[]
}

/** The worksheet of a session: head with blanks, the passages with the questions at their paragraphs, glosses, works. */
export function sessionToTypst(
  { session, passages, questions, works }: Worksheet,
  layout: Layout,
  nudges: Nudges = new Map(),
): TypstDocument {
  const blockOf = new Map<string, number>()
  const bodies: string[] = []
  const behind: string[] = []
  let blocks = 0
  for (const [nth, { text, around }] of passages.entries()) {
    const prefix = `${nth + 1}-`
    const asked = nth === 0 ? createQuestions(text, questions) : null
    const own = new Map([...nudges].map(([block, space]) => [block - blocks, space]))
    const before = asked?.before ?? (() => '')
    const writer = writerOf(text, around, layout, { nudges: own, prefix, before, level: 1 })
    bodies.push(passageTitle(text, around), writer.blocks(text.tree.children), asked?.rest() ?? '')
    for (const [note, block] of writer.blockOf) blockOf.set(note, block + blocks)
    blocks += writer.count()
    const beside = layout.glosses === 'margin'
    behind.push(glosses(text, around.terms, writer.inline, { beside, prefix }))
    behind.push(bibliography(text, around.bibliography))
  }
  const texts = passages.map(({ text }) => text)
  const [first] = texts
  const dates = texts.flatMap(({ date }) => date ?? []).sort()
  const about = {
    title: session.title,
    author: [...new Set(texts.flatMap(({ author }) => author))],
    keywords: texts.map(({ title }) => title),
    language: 'de',
  }
  const content = [
    `#author.update(${literal(setSpaces(session.title))})`,
    head(session),
    first ? `#set text(${languageOf(first.language)})` : '',
    ...bodies,
    ...behind,
    worksList('Zum Weiterlesen', works),
  ].join('\n')
  return { source: withPreamble(content, layout, about, dates.at(-1)), blockOf }
}

const head = ({ title, aim, task }: Worksheet['session']) => `#blanks
#title[${words(setSpaces(title))}]
#labelled[Ziel][${withLinks(aim)}]
#labelled[Aufgabe][${withLinks(task)}]
`

/** Author and title, passage, and what is to be said of the text wherever it is given out. */
function passageTitle(text: Excerpt, around: TypstSurroundings): string {
  const name = `${text.author.join(', ')}: ${text.title}, ${passageName(text)}`
  const shown = words(setSpaces(name))
  return `#heading(level: 1, supplement: [${words(setSpaces(text.title))}])[${shown}]
${imprint(text, around, around.address)}
#v(1em)
`
}

/** Writes each question before the first paragraph of the passage that it is about, and the rest behind the passage. */
function createQuestions({ paragraphs }: Excerpt, questions: Worksheet['questions']) {
  const write = (question: Worksheet['questions'][number], i: number) => {
    const places = new Intl.ListFormat('de').format(question.at)
    const name = `Frage ${i + 1}${places && ` zu Absatz ${places}`}`
    return `#question([${words(setSpaces(name))}], [${withLinks(question.text)}])\n`
  }
  const ordered = inOrderOfText(
    questions,
    paragraphs.map(({ number }) => number),
  )
  const placed = ordered.map((question, i) => ({
    at: paragraphs.find(({ number }) => question.at.includes(number))?.number,
    written: write(question, i),
  }))
  const writtenAt = (number: string | undefined) =>
    placed.flatMap(({ at, written }) => (at === number ? [written] : [])).join('')
  return { before: writtenAt, rest: () => writtenAt(undefined) }
}
