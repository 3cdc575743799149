import { calledBy, entriesOf, move, noteSelector } from './entries.ts'
import type { Mode } from './mode.ts'

/**
 * Notes and glosses in the reading flow, closed until they are called. An open one lies over a spacer behind its
 * call: a float as wide as the text, which starts below the current line and does not change that line's breaks.
 * Where screen readers skip calls (settings/effects.ts) all notes are open behind their paragraphs instead.
 */
export function createFlow(article: HTMLElement): Mode {
  const root = article.ownerDocument.documentElement
  /** Open note or gloss → the call that opened it and its spacer. */
  const open = new Map<HTMLElement, { call: HTMLElement; spacer: HTMLElement }>()

  /** Gives the spacers the heights of their notes and moves the notes onto them. */
  const alignWithSpacers = () => {
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
    const opened = open.get(element)
    if (!opened) return undefined
    remove(opened.spacer)
    opened.call.setAttribute('aria-expanded', 'false')
    hide(element)
    open.delete(element)
    alignWithSpacers()
    return opened.call
  }

  const isAlwaysOpen = (element: HTMLElement) =>
    article.hasAttribute('data-laid') && element.matches('.note')

  const isOpenAt: Mode['isOpenAt'] = (element, call) => open.get(element)?.call === call

  const openAt: Mode['open'] = (element, given) => {
    const call = given ?? entriesOf(article).find((entry) => entry.element === element)?.call
    if (!call || isOpenAt(element, call) || isAlwaysOpen(element)) return false
    close(element)
    const spacer = article.ownerDocument.createElement('span')
    spacer.className = 'spacer'
    spacer.setAttribute('aria-hidden', 'true')
    const frame = call.closest('table, figure, pre, h2, h3')
    endOfWord(frame ?? call).after(spacer)
    call.setAttribute('aria-expanded', 'true')
    show(element)
    open.set(element, { call, spacer })
    alignWithSpacers()
    return true
  }

  return {
    inFlow: true,
    forget: () => {},
    trace: () => {},
    arrange: (entries) => {
      article.toggleAttribute('data-laid', root.dataset['rufe'] === 'still')
      for (const element of [...open.keys()])
        if (element.hasAttribute('data-off') || isAlwaysOpen(element)) close(element)
      for (const { element } of entries)
        if (isAlwaysOpen(element)) show(element)
        else if (!open.has(element)) hide(element)
      for (const call of callsIn(article)) {
        const element = calledBy(call)
        call.setAttribute('aria-expanded', String(Boolean(element && isOpenAt(element, call))))
      }
      alignWithSpacers()
    },
    open: openAt,
    close,
    isOpenAt,
    clear: () => {
      for (const { spacer } of open.values()) remove(spacer)
      open.clear()
      article.removeAttribute('data-laid')
      // All elements, since an entry may have been switched off since it was hidden.
      for (const element of article.querySelectorAll<HTMLElement>(noteSelector)) show(element)
      for (const call of callsIn(article)) call.removeAttribute('aria-expanded')
    },
  }
}

const callsIn = (article: HTMLElement) =>
  article.querySelectorAll<HTMLElement>('a:is([role="doc-noteref"], [role="doc-glossref"])')

/**
 * The node that ends the word around a call, with its comma or full stop; splits the text node if needed. A spacer
 * inside the word would change its kerning, and a full line would break differently.
 */
function endOfWord(call: Element): ChildNode {
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

/** Hides an element, but not from the browser's own search. Without `aria-hidden` screen readers name an empty box. */
function hide(element: HTMLElement): void {
  element.setAttribute('hidden', 'until-found')
  element.setAttribute('aria-hidden', 'true')
}

function show(element: HTMLElement): void {
  element.removeAttribute('hidden')
  element.removeAttribute('aria-hidden')
}
