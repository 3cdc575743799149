import { readWish, writeWish } from './address.ts'
import { fetchNow } from './prefetch.ts'
import { goTo } from './go-to.ts'
import { createLoaders, readFrom } from './load.ts'
import { answersHtml, filtersHtml } from './panel-html.ts'
import { bindPanel } from './panel.ts'
import { createSearch, type Search } from './search.ts'

let search: Search | undefined

/** One search for the page, whoever asks. `base` is the address of the search page. */
function searchFrom(base: string): Search {
  search ??= createSearch(createLoaders(readFrom(`${base}index/`, fetchNow)))
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
    wish: { query: '', group: '', text: '', all: false },
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
