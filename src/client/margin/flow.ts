import { move } from './beside.ts'
import { calledBy, type Entry } from './entries.ts'

/**
 * Notes and glosses in the reading flow, closed until they are called. An open one lies over a spacer behind its
 * call: a float as wide as the text drops below the line that is being read and leaves that line as it is.
 */
export interface Flow {
  /** Closes all but those that are open; sets the open ones over their spacers. */
  arrange: (entries: readonly Entry[]) => void
  /** Whether it had not been open at this call. */
  open: (call: HTMLElement) => boolean
  /** The call at which it was open. */
  close: (element: HTMLElement) => HTMLElement | undefined
  isOpenAt: (element: HTMLElement, call: HTMLElement) => boolean
  /** Gives up the mode: nothing closed, no spacer left. */
  clear: (entries: readonly Entry[]) => void
}

export function createFlow(article: HTMLElement): Flow {
  /** Open element → what opened it and holds its place. */
  const open = new Map<HTMLElement, { call: HTMLElement; spacer: HTMLElement }>()

  const settle = () => {
    const margin = parseFloat(getComputedStyle(article).fontSize) / 2
    const heights = [...open.keys()].map((element) => element.offsetHeight)
    let i = 0
    for (const { spacer } of open.values()) spacer.style.height = `${heights[i++]! + 2 * margin}px`
    const tops = [...open].map(([element, { spacer }]) => {
      const { top } = (element.offsetParent ?? article).getBoundingClientRect()
      return spacer.getBoundingClientRect().top - top
    })
    i = 0
    for (const element of open.keys()) move(element, Math.round(tops[i++]! + margin))
  }

  const close: Flow['close'] = (element) => {
    const way = open.get(element)
    if (!way) return undefined
    way.spacer.remove()
    way.call.setAttribute('aria-expanded', 'false')
    element.setAttribute('hidden', 'until-found')
    open.delete(element)
    settle()
    return way.call
  }

  const isOpenAt: Flow['isOpenAt'] = (element, call) => open.get(element)?.call === call

  const openAt: Flow['open'] = (call) => {
    const element = calledBy(call)
    if (!element || isOpenAt(element, call)) return false
    close(element)
    const spacer = article.ownerDocument.createElement('span')
    spacer.className = 'spacer'
    spacer.setAttribute('aria-hidden', 'true')
    const frame = call.closest('table, figure, pre, h2, h3')
    ;(frame ?? call).after(spacer)
    call.setAttribute('aria-expanded', 'true')
    element.removeAttribute('hidden')
    open.set(element, { call, spacer })
    settle()
    return true
  }

  return {
    arrange: (entries) => {
      for (const element of [...open.keys()]) if (element.hasAttribute('data-off')) close(element)
      for (const { element } of entries)
        if (!open.has(element)) element.setAttribute('hidden', 'until-found')
      for (const call of callsIn(article)) {
        const element = calledBy(call)
        call.setAttribute('aria-expanded', String(Boolean(element && isOpenAt(element, call))))
      }
      settle()
    },
    open: openAt,
    close,
    isOpenAt,
    clear: (entries) => {
      for (const { spacer } of open.values()) spacer.remove()
      open.clear()
      for (const { element } of entries) element.removeAttribute('hidden')
      for (const call of callsIn(article)) call.removeAttribute('aria-expanded')
    },
  }
}

const callsIn = (article: HTMLElement) =>
  article.querySelectorAll<HTMLElement>('a:is([role="doc-noteref"], [role="doc-glossref"])')
