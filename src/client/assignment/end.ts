import { readerNameKey } from '../../contract/storage-keys.ts'
import { announce } from '../platform/announce.ts'
import type { AnswerStore } from './answer-store.ts'
import { orphans } from './answers.ts'
import { button, element } from '../platform/element.ts'
import { device } from '../platform/storage.ts'
import { sayPlaces } from './say.ts'

export interface EndParts {
  store: AnswerStore
  keys: readonly string[]
  /** Shows in all fields what is kept now. */
  refresh: () => void
  /** All to be handed in; as words to be read. */
  handIn: () => void
  exportAnswers: () => void
  /** Takes in what was said to the answers; resolves with what is to be said of it. */
  takeReplies: (file: File) => Promise<string>
  leave: () => void
}

/** The box after the passage: its end, and tools for the answers. */
export function createEnd(root: Document, parts: EndParts): HTMLElement {
  const { store, keys, refresh, handIn, exportAnswers, leave } = parts
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
    ...(tools.length > 0 ? [handingIn(root, handIn), replying(root, parts.takeReplies)] : []),
    element(root, 'div', 'task-tools', ...tools, button(root, 'Lesen beenden', leave)),
  )
}

/** The file for the lecturer, with a name or without. */
function handingIn(root: Document, handIn: () => void): HTMLElement {
  const name = element(root, 'input', { type: 'text', maxlength: '80', autocomplete: 'name' })
  name.value = device.read(readerNameKey) ?? ''
  name.addEventListener('change', () => device.write(readerNameKey, name.value.trim() || null))
  return element(
    root,
    'p',
    'task-hand-in',
    element(root, 'label', '', 'Ihr Name, wenn er in der Datei stehen soll ', name),
    button(root, 'Antworten zum Abgeben (Datei)', handIn),
  )
}

function replying(root: Document, take: EndParts['takeReplies']): HTMLElement {
  const input = element(root, 'input', { type: 'file', accept: '.json,application/json' })
  const said = element(root, 'span', { role: 'status' })
  input.addEventListener('change', async () => {
    const file = input.files?.[0]
    input.value = ''
    if (file) said.textContent = ` ${await take(file)}`
  })
  const label = element(root, 'label', 'tool', 'Rückmeldung einlesen ', input)
  return element(root, 'p', 'task-hand-in', label, said)
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
