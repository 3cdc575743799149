import { noWish, readWish, writeWish } from './address.ts'
import { fetchIndexFile } from './prefetch.ts'
import { createLoaders, readFrom } from './load.ts'
import { answersHtml, filtersHtml } from './panel-html.ts'
import { bindPanel } from './panel.ts'
import { createSearch, type Search } from './search.ts'

let search: Search | undefined

/** One search for the page, whoever asks. `base` is the address of the search page. */
function searchFrom(base: string): Search {
  search ??= createSearch(createLoaders(readFrom(`${base}index/`, fetchIndexFile)))
  return search
}

/** The dialog of every page but the search page. */
export function bindDialog(dialog: HTMLDialogElement, base: string): void {
  if (!isNew(dialog)) return
  dialog.querySelector('form')!.insertAdjacentHTML('beforeend', filtersHtml)
  dialog.insertAdjacentHTML('beforeend', answersHtml)
  dialog.addEventListener('click', (event) => {
    const hit = (event.target as Element).closest<HTMLAnchorElement>('a[data-hit]')
    const elsewhere = event.ctrlKey || event.metaKey || event.shiftKey
    if (hit && !elsewhere && goTo(hit, () => dialog.close())) event.preventDefault()
  })
  bindPanel(dialog, searchFrom(base), {
    base,
    most: 5,
    wish: noWish,
    onAnswer: () => {},
    onEnter: (first) => first?.click(),
  })
}

/** The search page: the query stays in the address. */
export function bindPage(panel: HTMLElement, base: string): void {
  if (!isNew(panel)) return
  const view = panel.ownerDocument.defaultView!
  bindPanel(panel, searchFrom(base), {
    base,
    most: 10,
    wish: readWish(view.location.search),
    onAnswer: (wish) =>
      view.history.replaceState(view.history.state, '', view.location.pathname + writeWish(wish)),
    onEnter: (first) => first?.focus(),
  })
}

function isNew(panel: HTMLElement): boolean {
  const bound = 'bound' in panel.dataset
  panel.dataset['bound'] = ''
  return !bound
}

/** Goes to a hit on this page without loading it again. False where the hit is on another page. */
function goTo(hit: HTMLAnchorElement, leave: () => void): boolean {
  const view = hit.ownerDocument.defaultView!
  if (hit.pathname !== view.location.pathname || !hit.hash) return false
  leave()
  view.history.pushState(null, '', hit.href)
  const target = view.document.getElementById(decodeURIComponent(hit.hash.slice(1)))
  target?.dispatchEvent(new CustomEvent('edition:jump', { bubbles: true }))
  void import('./marks.ts').then(({ showMarks }) => showMarks(view.document))
  return true
}
