import { announce } from '../platform/announce.ts'
import type { AnswerStore } from './answer-store.ts'
import { orphans } from './answers.ts'
import { button, element } from '../platform/element.ts'
import { sayPlaces } from './say.ts'

export interface EndParts {
  store: AnswerStore
  keys: readonly string[]
  /** Shows in all fields what is kept now. */
  refresh: () => void
  exportAnswers: () => void
  leave: () => void
}

/** The box after the passage: its end, and tools for the answers. */
export function createEnd(root: Document, parts: EndParts): HTMLElement {
  const { store, keys, refresh, exportAnswers, leave } = parts
  const undo = button(root, 'Löschen rückgängig machen', () => undefined)
  const remove = button(root, 'Meine Antworten löschen', () => {
    const before = store.read()
    store.write(null)
    refresh()
    announce(root, 'Antworten gelöscht.')
    remove.replaceWith(undo)
    undo.onclick = () => {
      store.write(before)
      refresh()
      announce(root, 'Antworten wiederhergestellt.')
      undo.replaceWith(remove)
      remove.focus()
    }
    undo.focus()
  })
  const former = orphans(store.read(), keys)
  const tools =
    keys.length + former.length > 0
      ? [
          button(root, 'Antworten als Markdown speichern', exportAnswers),
          button(root, 'Antworten drucken', () => root.defaultView!.print()),
          remove,
        ]
      : []
  return element(
    root,
    'div',
    { class: 'task-end', role: 'region', 'aria-label': 'Ende der Lektüre', 'data-task': '' },
    element(root, 'p', 'task-kicker', 'Ende der Lektüre'),
    formerAnswers(root, former),
    element(root, 'div', 'task-tools', ...tools, button(root, 'Lesen beenden', leave)),
  )
}

function formerAnswers(root: Document, former: ReturnType<typeof orphans>): HTMLElement | null {
  if (former.length === 0) return null
  return element(
    root,
    'details',
    'task-former',
    element(root, 'summary', '', 'Ihre Antworten auf Fragen, die inzwischen anders lauten'),
    ...former.flatMap(({ question, at, answer }) => [
      element(root, 'p', 'task-words', [sayPlaces({ at }), question].filter(Boolean).join(': ')),
      element(root, 'p', 'task-text', answer),
    ]),
  )
}
