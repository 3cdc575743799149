import { annotating } from '../annotations/actions.ts'
import { giveFocusBack } from '../platform/focus.ts'
import { adopt } from '../platform/sheet.ts'
import { sayLocator } from '../text-on-page/locator.ts'
import { elementOf, rangesOf, type Passage } from '../text-on-page/passage.ts'
import type { PassageAction } from './action.ts'
import css from './bar.css?inline'

const actions: readonly PassageAction[] = [
  {
    label: 'Zitieren',
    act: (root, passage) =>
      import('../citing/dialog.ts').then(({ openCiting }) => openCiting(root, passage)),
  },
  {
    label: 'Link kopieren',
    act: (root, passage) =>
      import('../citing/copy-link.ts').then(({ copyLink }) => copyLink(root, passage)),
  },
  ...annotating,
]

let stop: AbortController | undefined

/** Shows the bar with the actions for a passage. `beside`: the selected range, or the paragraph's element. */
export function showBar(root: Document, passage: Passage, beside: Range | Element): HTMLElement {
  adopt(root, css)
  closeBar()
  const listening = (stop = new AbortController())
  const { signal } = listening
  const bar = buildBar(root, passage)
  const before = root.activeElement
  // Inside a landmark, so that screen reader users who navigate by landmarks find it.
  ;(root.querySelector('main') ?? root.body).append(bar)
  place(root, bar, passage)
  raiseMessages(root, bar, signal)
  signal.addEventListener('abort', () => {
    const held = bar.contains(root.activeElement)
    bar.remove()
    if (held) giveFocusBack(before)
  })

  // Pressing the bar must neither clear the selection nor open a second bar.
  bar.addEventListener(
    'pointerdown',
    (event) => {
      event.preventDefault()
      event.stopPropagation()
      bar.addEventListener('pointerup', (end) => end.stopPropagation(), { signal })
    },
    { signal },
  )
  bar.addEventListener('keydown', (event) => moveFocus(bar, event), { signal })
  if (beside instanceof Range)
    root.addEventListener(
      'selectionchange',
      () => {
        if (root.getSelection()?.isCollapsed) closeBar()
      },
      { signal },
    )
  root.addEventListener(
    'keydown',
    (event) => {
      if (event.key !== 'Escape') return
      event.preventDefault()
      closeBar()
    },
    { signal, capture: true },
  )
  root.addEventListener(
    'focusin',
    ({ target }) => {
      if ((target as Element).closest('dialog')) closeBar()
    },
    { signal },
  )
  root.addEventListener(
    'pointerdown',
    ({ target }) => {
      if (!bar.contains(target as Node)) closeBar()
    },
    { signal },
  )
  return bar
}

function closeBar(): void {
  stop?.abort()
}

function buildBar(root: Document, passage: Passage): HTMLElement {
  const bar = root.createElement('div')
  const locator = sayLocator(passage)
  bar.className = 'passage-bar'
  bar.setAttribute('role', 'toolbar')
  bar.setAttribute('aria-label', `Mit dieser Stelle: ${locator}`)
  const name = root.createElement('span')
  name.textContent = locator
  bar.append(name)
  for (const [i, { label, dress, act }] of actions.entries()) {
    const button = root.createElement('button')
    button.type = 'button'
    button.textContent = label
    button.tabIndex = i === 0 ? 0 : -1
    dress?.(button)
    button.addEventListener('click', () => {
      const held = bar.contains(root.activeElement)
      closeBar()
      // After keyboard use the focus goes to the paragraph.
      if (held && root.activeElement === root.body)
        giveFocusBack(elementOf(passage.article, passage.parts[0]!.id))
      act(root, passage)
    })
    bar.append(button)
  }
  return bar
}

/**
 * Puts the bar above the selected words where there is room, else below them, always inside the window. Only words of
 * the text count, not notes in the margin between selected paragraphs.
 */
function place(root: Document, bar: HTMLElement, { article, parts }: Passage): void {
  const view = root.defaultView!
  const boxes = rangesOf(article, parts).map((range) => range.getBoundingClientRect())
  const { width, height } = bar.getBoundingClientRect()
  const above = Math.min(...boxes.map(({ top }) => top)) - height - 8
  const bottom = Math.max(...boxes.map(({ bottom }) => bottom))
  const below = Math.min(bottom + 8, view.innerHeight - height - 8)
  const covered =
    root.querySelector('.reading-bar[data-shown]')?.getBoundingClientRect().bottom ?? 0
  const start = Math.min(...boxes.map(({ left }) => left))
  const left = Math.min(start, root.documentElement.clientWidth - width - 8)
  bar.style.top = `${view.scrollY + (above > covered + 8 ? above : below)}px`
  bar.style.left = `${view.scrollX + Math.max(8, left)}px`
}

/** Height at the foot of the window where messages are shown, in pixels. */
const messageHeight = 96

/** Moves messages above a bar that lies at the foot of the window and has room above it, until it closes. */
function raiseMessages(root: Document, bar: HTMLElement, signal: AbortSignal): void {
  const status = root.querySelector<HTMLElement>('[data-status]')
  const { top, bottom } = bar.getBoundingClientRect()
  if (!status || bottom < innerHeight - messageHeight || top < messageHeight) return
  status.style.bottom = `${innerHeight - top + 8}px`
  signal.addEventListener('abort', () => status.style.removeProperty('bottom'))
}

/** Moves the focus within the bar by arrow keys, Home and End. */
function moveFocus(bar: HTMLElement, event: KeyboardEvent): void {
  const buttons = [...bar.querySelectorAll('button')]
  const at = buttons.indexOf(bar.ownerDocument.activeElement as HTMLButtonElement)
  const to = { ArrowRight: at + 1, ArrowLeft: at - 1, Home: 0, End: buttons.length - 1 }[event.key]
  if (to === undefined) return
  event.preventDefault()
  buttons.forEach((button) => (button.tabIndex = -1))
  const next = buttons[(to + buttons.length) % buttons.length]!
  next.tabIndex = 0
  next.focus()
}
