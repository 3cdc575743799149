import { interfaceId } from '../../../contract/ids.ts'
import { button, element } from '../../platform/element.ts'
import { limits } from '../../../contract/assignment/model.ts'
import type { Draft } from './draft.ts'
import { area, createField, input } from './field.ts'

type Questions = Draft['questions']

/** The list of questions: written, added, removed, put in order. `changed` is called after every change. */
export function createQuestions(root: Document, given: Questions, changed: () => void) {
  let questions = given.map((question) => ({ ...question }))
  const list = element(root, 'div', 'form-questions')
  const add = button(root, 'Frage hinzufügen', () => {
    change([...questions, { at: '', text: '' }])
    focus(`question-${questions.length - 1}`)
  })
  const full = element(root, 'p', { class: 'form-hint', role: 'status' })
  const host = element(root, 'div', '', list, add, full)
  const focus = (name: string) => list.querySelector<HTMLElement>(`#${interfaceId(name)}`)?.focus()
  const change = (next: Questions) => {
    questions = next
    draw()
    changed()
  }
  const move = (from: number, by: -1 | 1) => {
    const to = from + by
    change(questions.with(from, questions[to]!).with(to, questions[from]!))
    focus(`question-${to}`)
  }
  const draw = () => {
    add.disabled = questions.length >= limits.questions
    full.textContent = add.disabled
      ? `Eine Aufgabe fasst höchstens ${limits.questions} Fragen.`
      : ''
    list.replaceChildren(...questions.map(row))
  }
  const row = (question: Questions[number], i: number) => {
    const words = area(root, question.text)
    const at = input(root, 'text', question.at, { size: '12' })
    for (const [name, control] of [
      ['text', words],
      ['at', at],
    ] as const)
      control.addEventListener('input', () => {
        question[name] = control.value
        changed()
      })
    const tool = (label: string, act: () => void) =>
      button(root, label, act, { 'aria-label': `Frage ${i + 1} ${label}` })
    const up = tool('nach oben', () => move(i, -1))
    const down = tool('nach unten', () => move(i, 1))
    up.disabled = i === 0
    down.disabled = i === questions.length - 1
    const remove = tool('entfernen', () => {
      change(questions.toSpliced(i, 1))
      focus(`question-${Math.min(i, questions.length - 1)}`)
      if (questions.length === 0) add.focus()
    })
    return element(
      root,
      'fieldset',
      'form-question',
      element(root, 'legend', '', `Frage ${i + 1}`),
      createField(root, { name: `question-${i}`, label: 'Wortlaut' }, words).element,
      createField(
        root,
        { name: `at-${i}`, label: 'zu Absatz', hint: 'leer: zur ganzen Lektüre' },
        at,
      ).element,
      element(root, 'div', 'form-tools', up, down, remove),
    )
  }
  draw()
  return {
    element: host,
    values: (): Questions => questions,
    /** Takes over the names under which the questions have been handed out. */
    name: (named: Questions) => {
      for (const [i, { key }] of named.entries()) Object.assign(questions[i]!, key && { key })
    },
  }
}
