import { fragment, openAssignment } from '../../../contract/assignment/codec.ts'
import { interfaceId } from '../../../contract/ids.ts'
import { announce } from '../../platform/announce.ts'
import { button, element } from '../../platform/element.ts'
import { adopt } from '../../platform/sheet.ts'
import { device } from '../../platform/storage.ts'
import { sayDate, sayPassage } from '../say.ts'
import { sayState } from './say-state.ts'
import css from './mine.css?inline'
import {
  forgetMade,
  forgetReceived,
  keepMade,
  keepReceived,
  madeOn,
  receivedOn,
  type Made,
  type Received,
} from './records.ts'

/** The assignments made on this device, and those that were opened on it, each with its state. */
export async function drawMine(root: Document, host: HTMLElement): Promise<void> {
  adopt(root, css)
  const texts = host.dataset['texts'] ?? ''
  const form = host.dataset['form'] ?? ''
  const draw = async () => {
    const made = await Promise.all(
      madeOn(device).map((one) => madeItem(root, one, texts, form, draw)),
    )
    const received = receivedOn(device).map((one) => receivedItem(root, one, texts, draw))
    const lists = [
      ...list(
        root,
        'Gestellt',
        made.filter((item) => item !== null),
      ),
      ...list(root, 'Erhalten', received),
    ]
    const title = element(root, 'h2', { id: interfaceId('meine-aufgaben') }, 'Meine Aufgaben')
    host.hidden = lists.length === 0
    host.replaceChildren(...(lists.length > 0 ? [title, ...lists] : []))
  }
  await draw()
}

const list = (root: Document, name: string, items: HTMLElement[]): HTMLElement[] =>
  items.length === 0
    ? []
    : [element(root, 'h3', '', name), element(root, 'ul', 'my-assignments', ...items)]

async function madeItem(
  root: Document,
  made: Made,
  texts: string,
  form: string,
  draw: () => Promise<void>,
): Promise<HTMLElement | null> {
  const opened = await openAssignment(made.code)
  if (!('assignment' in opened)) return null
  const { assignment } = opened
  const { title, text, due, questions } = assignment
  const facts = [
    sayPassage(assignment),
    questions.length === 1 ? '1 Frage' : `${questions.length} Fragen`,
    due ? `Abgabe bis ${sayDate(due)}` : '',
    `zuletzt geändert am ${sayDate(made.changed.slice(0, 10))}`,
  ]
  const change = { class: 'tool', href: `${form}?aendern=${made.id}` }
  return item(root, title, `${texts}${text}/${fragment}${made.code}`, facts, [
    element(root, 'a', { ...change, 'aria-label': `Ändern: ${title}` }, 'Ändern'),
    remover(
      root,
      title,
      draw,
      () => forgetMade(device, made.id),
      () => keepMade(device, made),
    ),
  ])
}

function receivedItem(
  root: Document,
  received: Received,
  texts: string,
  draw: () => Promise<void>,
): HTMLElement {
  const { name, title, text, link, due, handedIn } = received
  const facts = [due ? `Abgabe bis ${sayDate(due)}` : '', ...sayState(device, received)]
  return item(root, title, `${texts}${text}/${link}`, facts, [
    remover(
      root,
      title,
      draw,
      () => forgetReceived(device, name),
      () => keepReceived(device, { ...received, handedIn }),
    ),
  ])
}

const item = (
  root: Document,
  title: string,
  href: string,
  facts: string[],
  tools: HTMLElement[],
): HTMLElement =>
  element(
    root,
    'li',
    '',
    element(root, 'a', { href }, title),
    element(root, 'p', 'count', facts.filter(Boolean).join(' · ')),
    element(root, 'p', 'my-assignment-tools', ...tools),
  )

function remover(
  root: Document,
  title: string,
  draw: () => Promise<void>,
  forget: () => boolean,
  keep: () => boolean,
): HTMLElement {
  const label = 'Aus der Liste nehmen'
  const act = async () => {
    forget()
    await draw()
    root.querySelector<HTMLElement>('[data-my-assignments]')!.focus()
    announce(root, `„${title}“ steht nicht mehr in der Liste. Antworten bleiben auf dem Gerät.`, {
      label: 'Rückgängig',
      act: () => {
        keep()
        void draw()
      },
    })
  }
  return button(root, label, act, { 'aria-label': `${label}: ${title}` })
}
