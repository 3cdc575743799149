import { adopt } from '../sheet.ts'
import { actions } from './actions.ts'
import css from './bar.css?inline'
import { sayLocator } from './locator.ts'
import { elementOf, type Passage } from './passage.ts'

let stop: AbortController | undefined

/** Shows what can be done with a passage, beside the words or the element that hold it. */
export function showBar(root: Document, passage: Passage, beside: Range | Element): HTMLElement {
  adopt(root, css)
  closeBar()
  const listening = (stop = new AbortController())
  const { signal } = listening
  const bar = buildBar(root, passage)
  // Within a landmark: a screen reader that goes by them finds it.
  ;(root.querySelector('main') ?? root.body).append(bar)
  place(root, bar, beside)
  signal.addEventListener('abort', () => bar.remove())

  // The selection outlives a press on the bar.
  bar.addEventListener('pointerdown', (event) => event.preventDefault(), { signal })
  bar.addEventListener('keydown', (event) => walk(bar, event), { signal })
  if (beside instanceof Range)
    root.addEventListener(
      'selectionchange',
      () => {
        if (root.getSelection()?.isCollapsed) closeBar()
      },
      { signal },
    )
  const before = root.activeElement
  root.addEventListener(
    'keydown',
    (event) => {
      if (event.key !== 'Escape') return
      event.preventDefault()
      const held = bar.contains(root.activeElement)
      closeBar()
      if (held && before instanceof HTMLElement) before.focus({ preventScroll: true })
    },
    { signal, capture: true },
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

export function closeBar(): void {
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
      if (held) giveBack(elementOf(root, passage.parts[0]!.id))
      act(root, passage)
    })
    bar.append(button)
  }
  return bar
}

/** By keyboard: reading goes on where the passage is. */
function giveBack(element: Element | null): void {
  if (!(element instanceof HTMLElement)) return
  element.tabIndex = -1
  element.addEventListener('blur', () => element.removeAttribute('tabindex'), { once: true })
  element.focus({ preventScroll: true })
}

/** Above the words where there is room, else below them; never beyond the window. */
function place(root: Document, bar: HTMLElement, beside: Range | Element): void {
  const view = root.defaultView!
  const words = beside.getBoundingClientRect()
  const { width, height } = bar.getBoundingClientRect()
  const above = words.top - height - 8
  const below = Math.min(words.bottom + 8, view.innerHeight - height - 8)
  const left = Math.min(words.left, root.documentElement.clientWidth - width - 8)
  bar.style.top = `${view.scrollY + (above > 8 ? above : below)}px`
  bar.style.left = `${view.scrollX + Math.max(8, left)}px`
}

/** The arrow keys of a toolbar. */
function walk(bar: HTMLElement, event: KeyboardEvent): void {
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
