import { calledBy, entriesOf, move, noteSelector } from './entries.ts'
import type { Mode } from './mode.ts'

/**
 * Notes and glosses in the reading flow, closed until they are called. An open one lies over a spacer behind its
 * call: a float as wide as the text drops below the line that is being read and leaves that line as it is.
 * Where calls are silent (settings/quiet.ts) all notes lie open behind their paragraphs instead.
 */
export function createFlow(article: HTMLElement): Mode {
  const root = article.ownerDocument.documentElement
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
    remove(way.spacer)
    way.call.setAttribute('aria-expanded', 'false')
    hide(element)
    open.delete(element)
    settle()
    return way.call
  }

  const isLaid = (element: HTMLElement) =>
    article.hasAttribute('data-laid') && element.matches('.note')

  const isOpenAt: Mode['isOpenAt'] = (element, call) => open.get(element)?.call === call

  const openAt: Mode['open'] = (element, given) => {
    const call = given ?? entriesOf(article).find((entry) => entry.element === element)?.call
    if (!call || isOpenAt(element, call) || isLaid(element)) return false
    close(element)
    const spacer = article.ownerDocument.createElement('span')
    spacer.className = 'spacer'
    spacer.setAttribute('aria-hidden', 'true')
    const frame = call.closest('table, figure, pre, h2, h3')
    behind(frame ?? call).after(spacer)
    call.setAttribute('aria-expanded', 'true')
    show(element)
    open.set(element, { call, spacer })
    settle()
    return true
  }

  return {
    inFlow: true,
    forget: () => {},
    lead: () => {},
    arrange: (entries) => {
      article.toggleAttribute('data-laid', root.dataset['rufe'] === 'still')
      for (const element of [...open.keys()])
        if (element.hasAttribute('data-off') || isLaid(element)) close(element)
      for (const { element } of entries)
        if (isLaid(element)) show(element)
        else if (!open.has(element)) hide(element)
      for (const call of callsIn(article)) {
        const element = calledBy(call)
        call.setAttribute('aria-expanded', String(Boolean(element && isOpenAt(element, call))))
      }
      settle()
    },
    open: openAt,
    close,
    isOpenAt,
    clear: () => {
      for (const { spacer } of open.values()) remove(spacer)
      open.clear()
      article.removeAttribute('data-laid')
      // Those too that the reader has put away meanwhile.
      for (const element of article.querySelectorAll<HTMLElement>(noteSelector)) show(element)
      for (const call of callsIn(article)) call.removeAttribute('aria-expanded')
    },
  }
}

const callsIn = (article: HTMLElement) =>
  article.querySelectorAll<HTMLElement>('a:is([role="doc-noteref"], [role="doc-glossref"])')

/**
 * The last node of the word that a call ends in, with its comma or stop, which may be split off for that: between
 * letters a spacer undoes their kerning, and a full line breaks anew.
 */
function behind(call: Element): ChildNode {
  const next = call.nextSibling
  if (!(next instanceof Text)) return call
  const word = /^\S*/.exec(next.data)![0].length
  if (word === 0) return call
  if (word < next.length) next.splitText(word)
  return next
}

function remove(spacer: Element): void {
  const parent = spacer.parentNode
  spacer.remove()
  parent?.normalize()
}

/** For the browser's search it is there all the same. Screen readers would name an empty box. */
function hide(element: HTMLElement): void {
  element.setAttribute('hidden', 'until-found')
  element.setAttribute('aria-hidden', 'true')
}

function show(element: HTMLElement): void {
  element.removeAttribute('hidden')
  element.removeAttribute('aria-hidden')
}
