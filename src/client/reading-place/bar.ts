import { partAround, textsOn } from '../text-on-page/text.ts'
import { positionRead } from './here.ts'
import { lastAbove, remaining } from './outline.ts'
import { outlineOf, type PageOutline } from './page-outline.ts'

/** The bar of a text: current section, minutes left, contents. Shown once the title has scrolled out of the window. */
interface Bar {
  bar: HTMLElement
  head: Element
  outline: PageOutline
}

/** Starts the bars of all texts on the page; of several texts only the one being read shows its bar. */
export function startBars(root: Document, signal: AbortSignal): void {
  const bars = textsOn(root).flatMap(barOf)
  let asked = 0
  const ask = () => {
    asked ||= requestAnimationFrame(() => {
      asked = 0
      const bottomOf = (i: number) => bars[i]!.head.getBoundingClientRect().bottom
      const here = lastAbove(bars.length, bottomOf, -1)
      bars.forEach(({ bar }, i) => bar.toggleAttribute('data-shown', i === here))
      if (bars[here]) show(bars[here])
    })
  }
  addEventListener('scroll', ask, { passive: true, signal })
  for (const event of ['edition:settings', 'edition:layout'])
    root.addEventListener(event, ask, { signal })
  ask()
}

/** Fills the contents in a bar from those below the title when they are first opened. */
export function startContents(root: Document, signal: AbortSignal): void {
  for (const article of textsOn(root)) fillWhenOpened(partAround(article), signal)
}

function fillWhenOpened(part: Element, signal: AbortSignal): void {
  const popover = part.querySelector<HTMLElement>('.bar-contents')
  const list = part.querySelector('.contents ol')
  if (!popover || !list) return
  popover.addEventListener(
    'beforetoggle',
    (event) => {
      if (event.newState === 'open' && !popover.firstChild) {
        popover.append(list.cloneNode(true))
        part.ownerDocument.dispatchEvent(new CustomEvent('edition:layout'))
      }
    },
    { signal },
  )
  popover.addEventListener(
    'click',
    ({ target }) => {
      if ((target as Element).closest('a')) popover.hidePopover()
    },
    { signal },
  )
}

function barOf(article: HTMLElement): Bar[] {
  const part = partAround(article)
  const bar = part.querySelector<HTMLElement>('[data-bar]')
  const head = part.querySelector('.text-head')
  return bar && head ? [{ bar, head, outline: outlineOf(article) }] : []
}

function show({ bar, outline }: Bar): void {
  const { index, within } = positionRead(outline, innerHeight)
  const left = remaining(outline, index, within)
  const section = outline.sections[outline.paragraphs[index]?.section ?? -1]
  const slot = (name: string) => bar.querySelector<HTMLElement>(`[data-bar-${name}]`)!
  write(slot('section'), section?.title ?? 'Inhalt')
  write(slot('minutes'), left.text ? `noch ${left.section || 1} Min.` : 'zu Ende gelesen')
  write(slot('total'), left.text > left.section ? `· im Ganzen ${left.text}` : '')
  bar.style.setProperty('--read', left.read.toFixed(4))
  for (const link of bar.querySelectorAll('.bar-contents a'))
    if (section && link.getAttribute('href') === `#${section.id}`)
      link.setAttribute('aria-current', 'location')
    else link.removeAttribute('aria-current')
}

function write(element: HTMLElement, words: string): void {
  if (element.textContent !== words) element.textContent = words
}
