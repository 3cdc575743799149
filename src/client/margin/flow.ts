import { calledBy, entriesOf, move } from './entries.ts'
import type { Mode } from './mode.ts'

/**
 * Notes and glosses in the reading flow, closed until they are called. An open one lies over a spacer behind its
 * call: a float as wide as the text drops below the line that is being read and leaves that line as it is.
 */
export function createFlow(article: HTMLElement): Mode {
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

  const close: Mode['close'] = (element) => {
    const way = open.get(element)
    if (!way) return undefined
    way.spacer.remove()
    way.call.setAttribute('aria-expanded', 'false')
    element.setAttribute('hidden', 'until-found')
    open.delete(element)
    settle()
    return way.call
  }

  const isOpenAt: Mode['isOpenAt'] = (element, call) => open.get(element)?.call === call

  const openAt: Mode['open'] = (element, given) => {
    const call = given ?? entriesOf(article).find((entry) => entry.element === element)?.call
    if (!call || isOpenAt(element, call)) return false
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
    inFlow: true,
    forget: () => {},
    lead: () => {},
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
