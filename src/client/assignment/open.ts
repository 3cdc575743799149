import { interfaceId } from '../../contract/ids.ts'
import { assignmentKey } from '../../contract/storage-keys.ts'
import { element } from '../platform/element.ts'
import { device, tab } from '../platform/storage.ts'
import { adopt } from '../platform/sheet.ts'
import { nameOf } from './answers.ts'
import { keepReceived, receivedNamed } from './mine/records.ts'
import { changes } from './changes.ts'
import { fragment, openAssignment, type Opened } from '../../contract/assignment/codec.ts'
import {
  elsewhere,
  explain,
  newerOpened,
  noSession,
  nowhere,
  questionsOutside,
  type Message,
} from './messages.ts'
import type { Assignment } from '../../contract/assignment/model.ts'
import { enter, styles } from './reading.ts'
import { sayPassage } from './say.ts'
import { pickPassage, readSessionLink, type SessionLink } from './session.ts'
import { findMarkedPassage, numberOf } from './marked-passage.ts'
import { inOrderOfText } from '../../contract/assignment/question-order.ts'

/** The assignment that is open now; its link is not opened again, as when the reader comes back from a note. */
let current: { code: string | null; stop: () => void } | undefined

/** @param hash `#aufgabe=…`, where the page was opened by such a link; else a session or the tab says what is read */
export async function open(root: Document, hash: string): Promise<void> {
  const { search } = root.location
  const session = hash ? null : readSessionLink(search)
  if (session) return openSession(root, session)
  const code = hash ? clean(hash.slice(fragment.length)) : tab.read(assignmentKey)
  if (code === null || code === current?.code) return
  const opened = await openAssignment(code)
  const message = explain(opened)
  const assignment = assignmentIn(opened)
  const article = assignment && articleOf(root, assignment.text)
  // The assignment is on another page; the tab keeps it until the reader comes back.
  if (!hash && !article) return
  if (!assignment || !article) return refuse(root, message ?? elsewhere(assignment!), hash)
  // In-page links take its fragment out of the address.
  tab.write(assignmentKey, code)
  const address = new URL(root.location.href)
  address.hash = fragment + code
  begin(root, article, assignment, message, {
    ...{ code, name: nameOf(assignment), address: address.href },
    left: () => {
      tab.write(assignmentKey, null)
      if (root.location.hash.startsWith(fragment)) history.replaceState(null, '', ' ')
    },
    moves: hash !== '',
  })
}

async function openSession(root: Document, { session, nth }: SessionLink): Promise<void> {
  const { href } = root.location
  const data: unknown = await fetch(new URL(`../../seminar/${session}/aufgabe.json`, href)).then(
    (response) => (response.ok ? response.json() : null),
    () => null,
  )
  const assignment = pickPassage(data, nth)
  const article = assignment && articleOf(root, assignment.text)
  if (!assignment || !article) return refuse(root, noSession, '')
  begin(root, article, assignment, null, {
    code: null,
    name: `sitzung-${session}-${nth}`,
    address: href,
    left: () => {
      const address = new URL(root.location.href)
      for (const parameter of ['sitzung', 'lektuere']) address.searchParams.delete(parameter)
      history.replaceState(null, '', address)
    },
    moves: true,
  })
}

interface Circumstances {
  /** Of the link, where there is one. */
  code: string | null
  name: string
  address: string
  left: () => void
  /** Go to the assignment; a tab that comes back stays where it was. */
  moves: boolean
}

function begin(
  root: Document,
  article: HTMLElement,
  given: Assignment,
  message: Message | null,
  { code, name, address, left, moves }: Circumstances,
): void {
  current?.stop()
  current = undefined
  root.querySelectorAll('main > .task-notice').forEach((notice) => notice.remove())
  const marked = findMarkedPassage(article, given)
  if (!marked) return refuse(root, nowhere(given), '')
  const numbers = marked.numbered.map(numberOf)
  const assignment = { ...given, questions: inOrderOfText(given.questions, numbers) }
  const { revision = 0, due = '', questions } = assignment
  const isOlder = (receivedNamed(device, name)?.revision ?? 0) > revision
  if (!message)
    keepReceived(device, {
      ...{ name, revision, due, title: assignment.title || sayPassage(assignment) },
      ...{ text: assignment.text, link: linkOf(address), questions: questions.length },
      ...{ opened: new Date().toISOString(), handedIn: '' },
    })
  const notices = [
    message,
    isOlder ? newerOpened : null,
    changes(article, assignment, marked),
    questionsOutside(assignment, numbers),
  ].filter((one) => one !== null)
  const stop = enter(root, {
    ...{ article, marked, assignment, name, address },
    left: () => {
      current = undefined
      left()
    },
    notices: notices.map((one) => createNotice(root, one)),
  })
  current = { code, stop }
  if (moves && !isReloaded()) {
    const title = root.getElementById(interfaceId('aufgabe-titel'))!
    title.closest('.task-head')!.scrollIntoView({ block: 'start' })
    title.focus({ preventScroll: true })
  }
  printWanted(root)
}

/** What of the address says which assignment it is. */
function linkOf(address: string): string {
  const { hash, search } = new URL(address)
  if (hash.startsWith(fragment)) return hash
  const given = new URLSearchParams(search)
  const nth = given.get('lektuere')
  return `?sitzung=${given.get('sitzung')}${nth ? `&lektuere=${nth}` : ''}`
}

/** `?drucken=1`: the worksheet was asked for elsewhere; once. */
function printWanted(root: Document): void {
  const address = new URL(root.location.href)
  if (!address.searchParams.has('drucken')) return
  address.searchParams.delete('drucken')
  history.replaceState(history.state, '', address)
  void root.fonts.ready.then(() => requestAnimationFrame(() => root.defaultView!.print()))
}

function refuse(root: Document, message: Message, hash: string): void {
  current?.stop()
  current = undefined
  adopt(root, styles)
  root.querySelectorAll('main > .task-notice').forEach((notice) => notice.remove())
  const notice = createNotice(root, message, true)
  root.querySelector('main')!.prepend(notice)
  if (hash) notice.scrollIntoView({ block: 'center' })
  notice.focus({ preventScroll: true })
}

function assignmentIn(opened: Opened): Assignment | null {
  if ('assignment' in opened) return opened.assignment
  const nothing = { date: '', aim: '', task: '', version: '', questions: [] }
  return opened.head && { ...opened.head, ...nothing, glossen: '', anmerkungen: '' }
}

/** Some programs percent-encode signs of links, as `%2D`. */
function clean(code: string): string {
  try {
    return decodeURIComponent(code)
  } catch {
    return code
  }
}

const articleOf = (root: Document, text: string) =>
  root.querySelector<HTMLElement>(`article[data-text="${text}"]`)

const isReloaded = (): boolean =>
  performance
    .getEntriesByType('navigation')
    .some((entry) => 'type' in entry && entry.type === 'reload')

/** A message about the link or the text. @param alone no passage is marked on the page */
function createNotice(root: Document, { title, sentences }: Message, alone = false): HTMLElement {
  return element(
    root,
    'div',
    { class: 'task-notice', role: 'alert', 'data-task': '', ...(alone ? { tabindex: '-1' } : {}) },
    element(root, alone ? 'h2' : 'h3', '', title),
    element(root, 'p', '', sentences.join(' ')),
  )
}
