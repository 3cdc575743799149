import { isField } from '../platform/typing.ts'
import { announce } from '../platform/announce.ts'
import { createMatcher } from './matcher.ts'
import { patternOf, phrasePattern } from './patterns.ts'
import { paint, unpaint } from './paint.ts'
import { readQuery } from './query.ts'
import { element } from '../platform/element.ts'
import { keepInView } from '../text-on-page/keep-in-view.ts'
import { unitsWith, type Unit } from './units.ts'

let stop: AbortController | undefined

/**
 * Marks on this page what the address says was looked for (`?suche=`), and leads through it: „3 von 11“, with
 * buttons, n and N. Escape ends it.
 */
export function showMarks(root: Document, signal?: AbortSignal): void {
  stop?.abort()
  const query = new URLSearchParams(root.location.search).get('suche') ?? ''
  const { phrases, words } = readQuery(query)
  const matcher = createMatcher([...phrases.map(phrasePattern), ...words.map(patternOf)])
  const units = unitsWith(root, matcher)
  if (units.length === 0) return
  const listening = (stop = new AbortController())
  signal?.addEventListener('abort', () => listening.abort())
  lead(root, query, units, listening)
}

function lead(root: Document, query: string, units: Unit[], listening: AbortController): void {
  const view = root.defaultView!
  const { signal } = listening
  let at = Math.max(0, indexOfTarget(root, units))
  const count = element(root, 'span')
  const tool = (label: string, name: string, act: () => void) => {
    const made = element(root, 'button', { type: 'button', 'aria-label': name, title: name }, label)
    made.addEventListener('click', act)
    return made
  }
  const bar = element(
    root,
    'div',
    { class: 'search-steps', role: 'group', 'aria-label': 'Fundstellen auf dieser Seite' },
    element(root, 'b', '', `„${query}“`),
    count,
    tool('↑', 'vorige Fundstelle (N)', () => step(-1)),
    tool('↓', 'nächste Fundstelle (n)', () => step(1)),
    tool('Beenden', 'Beenden: Fundstellen nicht mehr hervorheben', () => listening.abort()),
  )
  root.body.append(bar)
  paint(root, units, at)

  const tell = () => {
    count.textContent = `${at + 1} von ${units.length}`
    paint(root, units, at)
  }
  const step = (by: number) => {
    at = (at + by + units.length) % units.length
    tell()
    reach(view, units[at]!, signal)
    announce(root, `Fundstelle ${at + 1} von ${units.length}`)
  }
  root.addEventListener(
    'keydown',
    (event) => {
      if (event.ctrlKey || event.metaKey || event.altKey || isTyping(event, root)) return
      if (event.key === 'Escape') listening.abort()
      else if (root.documentElement.dataset['kuerzel'] === 'aus') return
      else if (event.key === 'n') step(1)
      else if (event.key === 'N') step(-1)
      else return
      event.preventDefault()
    },
    // In the capture phase: the keys of the text use n for the next note.
    { signal, capture: true },
  )
  signal.addEventListener('abort', () => {
    unpaint(root)
    bar.remove()
    const address = new URL(view.location.href)
    address.searchParams.delete('suche')
    view.history.replaceState(view.history.state, '', address)
  })
  tell()
  reach(view, units[at]!, signal)
}

/** Goes to a hit as a link would, so that folded parts unfold, and brings its words into view when they have. */
function reach(view: Window, unit: Unit, signal: AbortSignal): void {
  const address = new URL(view.location.href)
  address.hash = unit.id
  view.history.replaceState(view.history.state, '', address)
  view.dispatchEvent(new HashChangeEvent('hashchange'))
  const target = view.document.getElementById(unit.id)!
  if (target.matches('[tabindex]')) target.focus({ preventScroll: true })
  keepInView(view.document, unit.ranges[0]!, signal)
}

const indexOfTarget = (root: Document, units: readonly Unit[]) =>
  units.findIndex(({ id }) => id === decodeURIComponent(root.location.hash.slice(1)))

const isTyping = (event: KeyboardEvent, root: Document) =>
  event.isComposing || root.querySelector('dialog[open]') !== null || isField(event.target)
