import { interfaceId } from '../../contract/ids.ts'
import { element } from '../platform/element.ts'
import type { AnswerStore } from './answer-store.ts'
import type { Question } from '../../contract/assignment/model.ts'
import { sayPlaces } from './say.ts'
import { withLinks } from './words.ts'

/** A question with its field; `key` is the name under which the answer is kept. */
export interface Asked {
  nth: number
  question: Question
  key: string
  /** Of its heading. */
  level: 3 | 4
}

/** Takes the words that are kept now: at first, and when another tab has changed them. */
export interface QuestionBox {
  element: HTMLElement
  refresh: () => void
}

/** @param kept called after every change: whether the browser has kept it */
export function createQuestion(
  root: Document,
  { nth, question, key, level }: Asked,
  store: AnswerStore,
  kept: (done: boolean) => void,
): QuestionBox {
  const id = interfaceId(`frage-${nth}`)
  const places = sayPlaces(question)
  const name = `Frage ${nth}${places && ` zu ${places}`}`
  const field = element(root, 'textarea', {
    id: `${id}-antwort`,
    rows: '3',
    'aria-describedby': `${id}-text ${interfaceId('aufgabe-aufbewahrung')}`,
  })
  const former = element(root, 'p', 'task-former-words')
  const reply = element(root, 'div', 'task-reply')
  const onPaper = element(root, 'div', { class: 'task-answer', 'aria-hidden': 'true' })
  const box = element(
    root,
    'div',
    { class: 'task-question', role: 'group', 'aria-labelledby': `${id}-name` },
    element(root, `h${level}`, { id: `${id}-name` }, name),
    element(
      root,
      'p',
      { class: 'task-words', id: `${id}-text` },
      ...withLinks(root, question.text),
    ),
    element(root, 'label', { for: field.id }, `Ihre Antwort auf Frage ${nth}`),
    field,
    former,
    reply,
    onPaper,
    ruledLines(root, 6),
  )
  const show = () => {
    onPaper.textContent = field.value
    box.toggleAttribute('data-answered', field.value.trim() !== '')
  }
  const refresh = () => {
    const { answers, replies, repliedBy } = store.read()
    const { answer = '', question: asked = question.text } = answers[key] ?? {}
    if (field.value !== answer) field.value = answer
    former.textContent =
      asked === question.text ? '' : `Als Sie antworteten, lautete die Frage: ${asked}`
    const words = replies?.[key]
    const by = element(root, 'strong', '', `Rückmeldung${repliedBy ? ` von ${repliedBy}` : ''}: `)
    reply.replaceChildren(...(words ? [by, ...withLinks(root, words)] : []))
    show()
  }
  field.addEventListener('input', () => {
    former.textContent = ''
    show()
    kept(store.keep(key, { question: question.text, at: question.at, answer: field.value }))
  })
  refresh()
  return { element: box, refresh }
}

/** Ruled lines to write on; only paper shows them. Borders, for browsers print no backgrounds. */
function ruledLines(root: Document, count: number): HTMLElement {
  const lines = Array.from({ length: count }, () => element(root, 'span'))
  return element(root, 'div', { class: 'task-lines', 'aria-hidden': 'true' }, ...lines)
}
