import { interfaceId } from '../../../contract/ids.ts'
import { announce } from '../../platform/announce.ts'
import { button, element } from '../../platform/element.ts'
import { limits } from '../../../contract/assignment/model.ts'
import { encodeAssignment, openAssignment } from '../../../contract/assignment/codec.ts'
import { device } from '../../platform/storage.ts'
import { keepMade, madeOn } from '../mine/records.ts'
import { asNew, emptyDraft, identified, keepDraft, nextRevision, type Draft } from './draft.ts'
import { area, createField, group, input, pair, select, showMistakes } from './field.ts'
import type { TextEntry } from './outline.ts'
import { createPassage } from './passage.ts'
import { createQuestions } from './questions.ts'
import { createResult } from './result.ts'
import { validate } from './validate.ts'

/** @param show puts a form with another draft in the place of this one */
export function createForm(
  root: Document,
  texts: readonly TextEntry[],
  draft: Draft,
  show: (draft: Draft) => void,
): HTMLElement {
  const passage = createPassage(root, texts, draft)
  const questions = createQuestions(root, draft.questions, () => changed())
  const field = <C extends HTMLInputElement | HTMLTextAreaElement | HTMLSelectElement>(
    ...[name, label, control, hint]: [string, string, C, string?]
  ) => createField(root, { name, label, ...(hint ? { hint } : {}) }, control)
  const most = { maxlength: String(limits.title) }
  const title = field('title', 'Titel', input(root, 'text', draft.title, most))
  const session = field('date', 'Sitzung am', input(root, 'date', draft.date), optional)
  const due = field('due', 'Abgabe bis', input(root, 'date', draft.due), optional)
  const aim = field('aim', 'Ziel', area(root, draft.aim), optional)
  const task = field('task', 'Aufgabe oder Hinweis', area(root, draft.task), optional)
  const glossen = field(
    'glossen',
    'Glossen',
    select(root, Object.entries(doseNames), draft.glossen),
  )
  const notes = field(
    'anmerkungen',
    'Anmerkungen',
    select(root, Object.entries(noteNames), draft.anmerkungen),
  )
  const result = element(root, 'div', 'form-answer')
  const state = element(root, 'p', { class: 'form-hint', role: 'status' })

  let identity: Pick<Draft, 'id' | 'revision'> = draft
  const values = (): Draft => ({
    ...passage.values(),
    ...{ id: identity.id, revision: identity.revision, title: title.control.value },
    ...{ date: session.control.value, due: due.control.value },
    ...{ aim: aim.control.value, task: task.control.value },
    ...{ glossen: glossen.control.value, anmerkungen: notes.control.value },
    questions: questions.values(),
  })
  const changed = () => {
    // The link no longer matches the form.
    result.replaceChildren()
    state.textContent = keepDraft(values())
      ? 'Der Entwurf bleibt in diesem Browser auf diesem Gerät.'
      : 'Dieser Browser kann den Entwurf nicht speichern.'
  }
  const discard = () => {
    const before = values()
    keepDraft(null)
    show({ ...emptyDraft, text: before.text })
    const undo = button(root, 'Entwurf wiederherstellen', () => {
      keepDraft(before)
      show(before)
      root.getElementById(interfaceId('title'))?.focus()
    })
    root.querySelector('.form-submit')!.append(undo)
    undo.focus()
    announce(root, 'Entwurf verworfen.')
  }
  const finish = async () => {
    const outline = await passage.outline()
    const named = identified(values())
    const { assignment, mistakes } = validate(named, outline)
    const wrong = showMistakes(form, mistakes ?? {})
    if (!assignment) {
      const count = Object.keys(mistakes).length
      state.textContent =
        count === 1 ? 'Eine Angabe stimmt noch nicht.' : `${count} Angaben stimmen noch nicht.`
      return wrong?.focus()
    }
    const before = madeOn(device).find(({ id }) => id === assignment.id)
    const known = before && (await openAssignment(before.code))
    assignment.revision = nextRevision(
      assignment,
      known && 'assignment' in known ? known.assignment : null,
    )
    const code = await encodeAssignment(assignment)
    keepMade(device, { id: named.id, code, changed: new Date().toISOString() })
    identity = { id: named.id, revision: String(assignment.revision) }
    questions.name(named.questions)
    keepDraft(values())
    tellIdentity()
    const { address } = texts.find(({ slug }) => slug === assignment.text)!
    result.replaceChildren(createResult(root, assignment, address, code))
    return root.getElementById(interfaceId('aufgabe-fertig'))?.focus()
  }

  const handedOut = element(root, 'div', 'form-identity')
  const tellIdentity = () =>
    handedOut.replaceChildren(
      ...(identity.id
        ? [
            element(root, 'p', 'form-hint', identityHint),
            button(root, 'Als neue Aufgabe stellen', () => {
              keepDraft(asNew(values()))
              show(asNew(values()))
              announce(root, 'Das ist jetzt eine neue Aufgabe.')
              root.getElementById(interfaceId('title'))?.focus()
            }),
          ]
        : []),
    )
  tellIdentity()

  const form = element(
    root,
    'form',
    { class: 'task-form', novalidate: '' },
    handedOut,
    passage.element,
    group(
      root,
      'Aufgabe',
      ...[title.element, pair(root, session.element, due.element), aim.element, task.element],
    ),
    group(root, 'Fragen', questions.element, element(root, 'p', 'form-hint', orderHint)),
    group(
      root,
      'Am Rand',
      pair(root, glossen.element, notes.element),
      element(root, 'p', 'form-hint', viewHint),
    ),
    element(
      root,
      'div',
      'form-tools form-submit',
      element(root, 'button', { type: 'submit' }, 'Link zur Aufgabe erstellen'),
      button(root, 'Entwurf verwerfen', discard),
    ),
    ...[state, result],
  )
  form.addEventListener('input', changed)
  form.addEventListener('submit', (event) => {
    event.preventDefault()
    void finish()
  })
  return form
}

const optional = 'freiwillig'
const asReaders = 'wie die Leser*innen es eingestellt haben'

const doseNames = {
  '': asReaders,
  erste: 'beim ersten Mal im Abschnitt',
  alle: 'jedes Mal',
  keine: 'keine',
}

const noteNames = { '': asReaders, rand: 'am Rand', text: 'im Text', aus: 'verborgen' }

const identityHint =
  'Diese Aufgabe ist schon ausgegeben. Wer den neuen Link öffnet, findet seine Antworten wieder.'

const orderHint =
  'Auf dem Blatt stehen die Fragen in der Reihenfolge des Textes, und so werden sie nummeriert.'

const viewHint =
  'Gilt nur, solange die Aufgabe gelesen wird; die Einstellungen der Leser*innen bleiben, wie sie sind.'
