import { interfaceId } from '../../contract/ids.ts'
import { focusOn } from '../platform/focus.ts'
import { announce } from '../platform/announce.ts'
import { adopt } from '../platform/sheet.ts'
import { openStore } from './answer-store.ts'
import { keysOf } from './answers.ts'
import { createEnd } from './end.ts'
import { createHead } from './head.ts'
import { button } from '../platform/element.ts'
import { toMarkdown } from './markdown.ts'
import type { Assignment } from '../../contract/assignment/model.ts'
import { sayPassage } from './say.ts'
import { clearPaper, createPaper } from './paper.ts'
import { createQuestion, type QuestionBox } from './question.ts'
import passageCss from './passage.css?inline'
import taskCss from './task.css?inline'
import worksheetCss from './worksheet.css?inline'
import { save } from '../platform/save.ts'
import { fileName } from './file-name.ts'
import { sourceOf } from './text-page.ts'
import { blockFor, contentOf, headingIn, isBefore, type MarkedPassage } from './marked-passage.ts'
import { applyView, restoreView } from './view.ts'

export interface Reading {
  article: HTMLElement
  marked: MarkedPassage
  assignment: Assignment
  /** Name under which the answers are kept. */
  name: string
  /** Leads here again. */
  address: string
  notices: HTMLElement[]
  /** Called when the reader leaves by a button, after all is as it was. */
  left: () => void
}

/** The styles of an assignment that is read or printed. */
export const styles = passageCss + taskCss + worksheetCss

const wordsPerMinute = 200

const keeps =
  'Ihre Antworten werden beim Tippen gespeichert und bleiben in diesem Browser auf diesem Gerät; niemand sonst sieht sie.'
const keepsNot =
  'Dieser Browser kann Ihre Antworten nicht speichern: Der Platz dafür ist voll oder gesperrt. Speichern Sie sie unten als Markdown-Datei, bevor Sie die Seite schließen.'

/** Marks the passage and inserts the assignment and its questions. Returns a function that removes them. */
export function enter(root: Document, reading: Reading): () => void {
  const { article, marked, assignment, name, address, notices, left } = reading
  const { questions } = assignment
  const listening = new AbortController()
  adopt(root, styles)
  const source = sourceOf(root, article)
  const about = `${sayPassage(assignment)} aus ${source.author}: ${source.title}`
  const store = openStore(name, { title: assignment.title, about, answers: {} })
  const keys = keysOf(questions)

  const kept = (done: boolean) => {
    const hint = article.querySelector<HTMLElement>(`#${interfaceId('aufgabe-aufbewahrung')}`)
    const words = done ? keeps : keepsNot
    if (!hint || hint.textContent === words) return
    hint.textContent = words
    hint.toggleAttribute('data-failed', !done)
    if (!done) announce(root, words)
  }
  const boxes = questions.map((question, i) => {
    const block = blockFor(marked, question)
    const level = block ? levelAt(block, marked) : 3
    const asked = { nth: i + 1, question, key: keys[i]!, level } as const
    return { block, ...createQuestion(root, asked, store, kept) }
  })
  const refresh = () => boxes.forEach((box: QuestionBox) => box.refresh())
  const stop = () => {
    listening.abort()
    takeAway(article)
    restoreView(root, article)
    root.dispatchEvent(new CustomEvent('edition:layout'))
  }
  const leave = () => {
    stop()
    left()
    goTo(marked.blocks[0]!)
    announce(root, 'Lesen beendet.')
  }
  const exportAnswers = () => {
    const markdown = toMarkdown(store.read(), questions, keys, address)
    save(root, `${fileName(assignment.title)}-antworten.md`, 'text/markdown', markdown)
  }
  const handIn = async () => {
    const { fileAnswers } = await import('./exchange/hand-in.ts')
    fileAnswers(root, { store, questions, keys, name, address })
  }
  const takeReplies = async (file: File) => {
    const { takeIn } = await import('./exchange/hand-in.ts')
    const said = await takeIn(store, name, file)
    refresh()
    return said
  }
  const saveFile = async () => {
    const { makeFile } = await import('./file.ts')
    const html = await makeFile({ article, marked, assignment, source, address })
    save(root, `${fileName(assignment.title)}.html`, 'text/html', html)
  }

  mark(article, marked)
  const head = createHead(root, {
    ...{ assignment, source, notices },
    minutes: minutesOf(marked),
    tools: [
      createPaper(root, article),
      button(root, 'Als Datei speichern', () => void saveFile()),
      button(root, 'Lesen beenden', leave),
    ],
  })
  const end = createEnd(root, {
    ...{ store, keys, refresh, exportAnswers, takeReplies, leave },
    handIn: () => void handIn(),
  })
  beginningOf(marked).before(head)
  marked.blocks.at(-1)!.after(end)
  for (const { block, element } of boxes) (block ?? end).before(element)
  if (questions.length > 0) kept(true)
  store.watch(listening.signal, refresh)
  applyView(root, article, assignment)
  root.dispatchEvent(new CustomEvent('edition:layout'))
  return stop
}

function mark(article: HTMLElement, { blocks, headings, above, outside }: MarkedPassage): void {
  article.toggleAttribute('data-reading', true)
  for (const block of blocks) block.toggleAttribute('data-passage', true)
  for (const heading of headings) headingIn(heading)!.toggleAttribute('data-inside', true)
  for (const heading of above) heading.toggleAttribute('data-above', true)
  for (const one of outside) one.toggleAttribute('data-outside', true)
}

function takeAway(article: HTMLElement): void {
  clearPaper(article)
  for (const box of article.querySelectorAll('.task-head, .task-question, .task-end')) box.remove()
  for (const name of ['data-passage', 'data-inside', 'data-above', 'data-outside'])
    for (const one of article.querySelectorAll(`[${name}]`)) one.removeAttribute(name)
  article.removeAttribute('data-reading')
}

/** What the passage begins with; of a subsection that stands alone, the section. */
function beginningOf({ blocks, headings }: MarkedPassage): Element {
  const [first] = [...headings.slice(0, 1), blocks[0]!].sort((a, b) => (isBefore(a, b) ? -1 : 1))
  const around = first!.parentElement!
  const isSubsection = first !== blocks[0] && headingIn(first!)!.localName !== 'h2'
  return isSubsection && around.firstElementChild === first ? around : first!
}

/** One below the heading that stands before it: of the assignment, or of the passage. */
function levelAt(block: HTMLElement, { headings }: MarkedPassage): 3 | 4 {
  const before = headings.findLast((heading) => isBefore(heading, block))
  return before && headingIn(before)!.localName !== 'h2' ? 4 : 3
}

function goTo(block: HTMLElement): void {
  const content = contentOf(block)
  focusOn(content)
  content.scrollIntoView({ block: 'start' })
}

const minutesOf = ({ blocks }: MarkedPassage): number => {
  const words = blocks.flatMap((block) => contentOf(block).textContent.trim().split(/\s+/))
  return Math.max(1, Math.round(words.length / wordsPerMinute))
}
