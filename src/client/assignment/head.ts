import { interfaceId } from '../../contract/ids.ts'
import { element } from '../platform/element.ts'
import type { Assignment } from '../../contract/assignment/model.ts'
import { sayDate, sayPassage } from './say.ts'
import { withLinks } from './words.ts'

export interface HeadFacts {
  assignment: Assignment
  /** Of the text, as it stands on its page. */
  source: { author: string; title: string }
  minutes: number
  /** Notices: what of the link could not be read, what has changed in the text. */
  notices: HTMLElement[]
  /** What can be done, in order. */
  tools: HTMLElement[]
}

/** What stands before the passage: the assignment but for its questions. On paper it is the head of the sheet. */
export function createHead(root: Document, facts: HeadFacts): HTMLElement {
  const { assignment, source, minutes, notices, tools } = facts
  const { title, aim, task, questions } = assignment
  const { author, title: textTitle } = source
  const count = questions.length === 1 ? '1 Frage' : `${questions.length} Fragen`
  const sayings = [sayPassage(assignment), `etwa ${minutes} Min.`, questions.length > 0 && count]
  return element(
    root,
    'div',
    {
      class: 'task-head',
      role: 'region',
      'aria-labelledby': interfaceId('aufgabe-titel'),
      'data-task': '',
    },
    blanks(root),
    element(root, 'p', 'task-kicker', sayDates(assignment)),
    element(
      root,
      'h2',
      { id: interfaceId('aufgabe-titel'), tabindex: '-1' },
      title || sayPassage(assignment),
    ),
    element(root, 'p', 'task-facts', sayings.filter(Boolean).join(' · ')),
    element(root, 'p', 'task-source', `${author}: ${textTitle}, ${sayPassage(assignment)}`),
    ...notices,
    labelled(root, 'Ziel', aim),
    labelled(root, 'Aufgabe', task),
    element(root, 'p', { class: 'task-hint', id: interfaceId('aufgabe-aufbewahrung') }),
    element(root, 'div', 'task-tools', ...tools),
  )
}

const labelled = (root: Document, label: string, words: string) =>
  words
    ? element(
        root,
        'p',
        'task-text',
        element(root, 'strong', '', `${label}: `),
        ...withLinks(root, words),
      )
    : null

/** Blanks for name and date, printed only. */
function blanks(root: Document): HTMLElement {
  const blank = (name: string) => element(root, 'span', '', `${name}:`)
  return element(
    root,
    'p',
    { class: 'task-blanks', 'aria-hidden': 'true' },
    blank('Name'),
    blank('Datum'),
  )
}

/** „Aufgabe zur Sitzung am 1. Dezember 2026, Abgabe bis 30. November 2026“. */
export function sayDates({ id, date, due = '' }: Pick<Assignment, 'id' | 'date' | 'due'>): string {
  const occasion = date && ` ${id ? 'zur Sitzung am' : 'zum'} ${sayDate(date)}`
  return `Aufgabe${occasion}${due && `, Abgabe bis ${sayDate(due)}`}`
}
