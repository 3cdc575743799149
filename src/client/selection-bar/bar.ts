import { adopt } from '../platform/sheet.ts'
import { actions } from './actions.ts'
import css from './bar.css?inline'
import { giveFocusBack } from './give-focus-back.ts'
import { sayLocator } from '../text-on-page/locator.ts'
import { elementOf, rangesOf, type Passage } from '../text-on-page/passage.ts'
import { raiseMessages } from './raise-messages.ts'

let stop: AbortController | undefined

/** Shows what can be done with a passage, beside the words or the element that hold it. */
export function showBar(root: Document, passage: Passage, beside: Range | Element): HTMLElement {
  adopt(root, css)
  closeBar()
  const listening = (stop = new AbortController())
  const { signal } = listening
  const bar = buildBar(root, passage)
  const before = root.activeElement
  // Within a landmark: a screen reader that goes by them finds it.
  ;(root.querySelector('main') ?? root.body).append(bar)
  place(root, bar, passage)
  raiseMessages(root, bar, signal)
  signal.addEventListener('abort', () => {
    const held = bar.contains(root.activeElement)
    bar.remove()
    if (held) giveFocusBack(before)
  })

  // The selection outlives a press on the bar, which is an answer to it and opens no second bar.
  bar.addEventListener(
    'pointerdown',
    (event) => {
      event.preventDefault()
      event.stopPropagation()
      bar.addEventListener('pointerup', (end) => end.stopPropagation(), { signal })
    },
    { signal },
  )
  bar.addEventListener('keydown', (event) => walk(bar, event), { signal })
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
      // By keyboard reading goes on where the passage is.
      if (held && root.activeElement === root.body)
        giveFocusBack(elementOf(passage.article, passage.parts[0]!.id))
      act(root, passage)
    })
    bar.append(button)
  }
  return bar
}

/**
 * Above the words where there is room, else below them; never beyond the window. What stands in the margin between
 * selected paragraphs does not count.
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
