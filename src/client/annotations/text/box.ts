import { focusOn } from '../../platform/focus.ts'
import { announce } from '../../platform/announce.ts'
import { sayLocator } from '../../text-on-page/locator.ts'
import { inText } from '../../text-on-page/text.ts'
import { adopt } from '../../platform/sheet.ts'
import { asPart } from '../exchange/w3c.ts'
import { isAnnotation, type Annotation } from '../model.ts'
import type { Annotated } from './annotated-text.ts'
import css from './box.css?inline'
import { boxHtml, fillBox } from './box-html.ts'
import { remove, undoable } from './undo.ts'
import { Writing } from './writing.ts'

let close: (() => void) | undefined

/**
 * The box with what is written on a passage: read, change, colour, remove. Not modal: the text stays at hand. Of
 * several annotations the first is shown, the others can be stepped to.
 * @param opener what takes the focus back; null: the tab of the paragraph
 * @param write the focus goes where one writes, else to the heading
 */
export function openBox(
  root: Document,
  page: Annotated,
  annotations: readonly Annotation[],
  opener: HTMLElement | null = null,
  write = false,
): void {
  close?.()
  if (annotations.length === 0) return
  adopt(root, css)
  const { store } = page
  const listening = new AbortController()
  const { signal } = listening
  const ids = annotations.map(({ id }) => id)
  let at = 0
  const box = root.createElement('section')
  box.className = 'annotation-box'
  box.setAttribute('role', 'dialog')
  box.innerHTML = boxHtml
  root.body.append(box)
  const area = box.querySelector('textarea')!
  const here = () => store.get(ids[at]!)
  const writing = new Writing(store, area, signal)

  const show = () => {
    const annotation = here()
    if (!annotation) return close?.()
    const { parts, pages } = annotation
    fillBox(root, box, annotation, sayLocator({ parts: parts.map(asPart), pages }), [
      at,
      ids.length,
    ])
    writing.begin(annotation)
  }
  const step = (by: number) => {
    writing.flush()
    at = (at + by + ids.length) % ids.length
    show()
    placeBox(root, box, page.marks.ranges(ids[at]!), opener)
  }
  const shut = () => {
    if (close !== shut) return
    close = undefined
    writing.flush()
    const held = box.contains(root.activeElement)
    const paragraph = here()?.parts[0]?.id ?? annotations[0]!.parts[0]!.id
    listening.abort()
    box.remove()
    if (held) focusBack(page.article, opener, paragraph)
  }
  close = shut

  const press = (name: string, act: () => void) =>
    box.querySelector(`[data-${name}]`)!.addEventListener('click', act)
  press('shut', shut)
  press('before', () => step(-1))
  press('next', () => step(1))
  press('remove', () => {
    writing.flush()
    const annotation = here()
    if (!annotation) return
    void store.put(remove(annotation))
    shut()
    undoable(root, annotation.body ? 'Notiz entfernt.' : 'Markierung entfernt.', () =>
      store.put({ ...annotation, modified: new Date().toISOString() }),
    )
  })
  box.addEventListener('change', ({ target }) => {
    if (!(target instanceof HTMLInputElement)) return
    const colour = target.value as Annotation['colour']
    const annotation = writing.flush() ?? here()
    if (!annotation) return
    box.dataset['colour'] = colour
    void store.put({ ...annotation, colour, modified: new Date().toISOString() })
  })
  root.addEventListener(
    'keydown',
    (event) => {
      if (event.key !== 'Escape' || root.querySelector('dialog[open], .passage-bar')) return
      event.preventDefault()
      shut()
    },
    { signal },
  )
  store.addEventListener(
    'change',
    (event) => {
      const id = ids[at]!
      if (!(event as CustomEvent<string[]>).detail.includes(id)) return
      const entry = store.entries.get(id)
      if (entry && isAnnotation(entry)) return writing.hear(entry)
      announce(root, 'Diese Notiz wurde entfernt.')
      shut()
    },
    { signal },
  )
  show()
  placeBox(root, box, page.marks.ranges(ids[at]!), opener)
  ;(write ? area : box.querySelector('h2')!).focus({ preventScroll: true })
}

function focusBack(article: HTMLElement, opener: HTMLElement | null, paragraph: string): void {
  const tab = article.querySelector<HTMLElement>(`[data-annotations="${paragraph}"]`)
  const target = opener?.isConnected ? opener : tab
  if (target) return target.focus({ preventScroll: true })
  const element = inText(article, paragraph)
  if (element) focusOn(element)
}

/** Places the box below the words, or above if there is no room, inside the window; without words at its opener. */
function placeBox(
  root: Document,
  box: HTMLElement,
  ranges: readonly Range[],
  opener: HTMLElement | null,
): void {
  const view = root.defaultView!
  const beside = ranges.at(-1) ?? opener
  const words = beside?.getBoundingClientRect() ?? new DOMRect(0, view.innerHeight / 3, 0, 0)
  const { width, height } = box.getBoundingClientRect()
  const below = words.bottom + 8
  const above = words.top - height - 8
  const room = view.innerHeight - height - 8
  const top = below <= room ? below : above >= 8 ? above : Math.max(8, room)
  const left = Math.min(Math.max(8, words.left), root.documentElement.clientWidth - width - 8)
  box.style.top = `${view.scrollY + top}px`
  box.style.left = `${view.scrollX + left}px`
}
