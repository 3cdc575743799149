import { placeRead } from './here.ts'
import { text } from '../passage/text.ts'
import { remaining } from './outline.ts'
import { outlineOf, type PageOutline } from './page-outline.ts'

/** The bar above the text: where one is, what is left. Shown once the title has left the window. */
export function startBar(root: Document, signal: AbortSignal): void {
  const bar = root.querySelector<HTMLElement>('[data-bar]')
  const head = root.querySelector('.text-head')
  const article = root.querySelector(text)
  if (!bar || !head || !article) return
  const outline = outlineOf(article)
  let asked = 0
  const ask = () => {
    asked ||= requestAnimationFrame(() => {
      asked = 0
      bar.toggleAttribute('data-shown', head.getBoundingClientRect().bottom < 0)
      show(bar, outline)
    })
  }
  addEventListener('scroll', ask, { passive: true, signal })
  for (const event of ['edition:settings', 'edition:layout'])
    root.addEventListener(event, ask, { signal })
  ask()
}

function show(bar: HTMLElement, outline: PageOutline): void {
  const { index, within } = placeRead(outline, innerHeight)
  const left = remaining(outline, index, within)
  const section = outline.sections[outline.places[index]?.section ?? -1]
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
