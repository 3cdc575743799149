import { calledBy, callSelector, entriesOf, noteSelector } from './entries.ts'

type Trace = (kind?: 'note' | 'gloss', call?: HTMLElement, element?: HTMLElement) => void

/** Marks a call and its note together while one of them is hovered, touched or focused; `first`: the current target. */
export function markPairs(
  article: HTMLElement,
  first: EventTarget | null,
  signal: AbortSignal,
  trace: Trace,
): void {
  let marked: HTMLElement[] = []
  const mark = (target: EventTarget | null) => {
    const pair = target instanceof Element ? pairOf(article, target) : undefined
    if (pair?.[0] === marked[0] && pair?.[1] === marked[1]) return
    for (const one of marked) one.removeAttribute('data-active')
    marked = pair ?? []
    for (const one of marked) one.setAttribute('data-active', '')
    if (pair) trace(pair[1].classList.contains('note') ? 'note' : 'gloss', ...pair)
    else trace()
  }
  mark(first)
  const focused = () => article.querySelector(':focus')
  article.addEventListener('pointerover', ({ target }) => mark(target), { signal })
  article.addEventListener('pointerleave', () => mark(focused()), { signal })
  article.addEventListener('focusin', ({ target }) => mark(target), { signal })
  article.addEventListener('focusout', ({ relatedTarget }) => mark(relatedTarget), { signal })
}

function pairOf(article: HTMLElement, target: Element): [HTMLElement, HTMLElement] | undefined {
  const call = target.closest<HTMLElement>(callSelector)
  const element = call ? calledBy(call) : target.closest<HTMLElement>(noteSelector)
  if (!element) return undefined
  const first = call ?? entriesOf(article).find((entry) => entry.element === element)?.call
  return first && [first, element]
}
