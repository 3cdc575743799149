import { createDialog } from '../dialog.ts'
import { readWish, writeWish } from './address.ts'
import { fetchNow } from './ahead.ts'
import { createLoaders, readFrom } from './load.ts'
import { bindPanel } from './panel.ts'
import { panelHtml } from './panel-html.ts'
import { createSearch, type Search } from './search.ts'
import { goTo } from './go-to.ts'

let search: Search | undefined

/** One search for the page, whoever asks. `base` is the address of the search page. */
function searchFrom(base: string): Search {
  search ??= createSearch(createLoaders(readFrom(`${base}index/`, fetchNow)))
  return search
}

/** The dialog of every page but the search page. */
export function openDialog(root: Document, base: string): void {
  const dialog = root.querySelector<HTMLDialogElement>('#suche') ?? createSearchDialog(root, base)
  if (dialog.open) return
  dialog.showModal()
  dialog.querySelector<HTMLInputElement>('input[type=search]')!.select()
}

function createSearchDialog(root: Document, base: string): HTMLDialogElement {
  const dialog = createDialog(root, 'suche', 'Suche')
  dialog.classList.add('search-dialog')
  dialog.querySelector('h2')!.removeAttribute('autofocus')
  dialog.insertAdjacentHTML('beforeend', panelHtml('suche-titel'))
  const field = dialog.querySelector<HTMLInputElement>('input[type=search]')!
  field.setAttribute('autofocus', '')
  dialog.addEventListener('click', (event) => {
    const hit = (event.target as Element).closest<HTMLAnchorElement>('a[data-hit]')
    if (
      hit &&
      !event.ctrlKey &&
      !event.metaKey &&
      !event.shiftKey &&
      goTo(hit, () => dialog.close())
    )
      event.preventDefault()
  })
  bindPanel(dialog, searchFrom(base), {
    base,
    most: 5,
    wish: { query: '', group: '', text: '', all: false },
    onAnswer: () => {},
    onEnter: (first) => first?.click(),
  })
  return dialog
}

/** The search page: the query stays in the address. */
export function bindPage(root: Document, panel: HTMLElement, base: string): void {
  if (panel.dataset['bound']) return
  panel.dataset['bound'] = ''
  const view = root.defaultView!
  bindPanel(panel, searchFrom(base), {
    base,
    most: 10,
    wish: readWish(view.location.search),
    onAnswer: (wish) =>
      view.history.replaceState(view.history.state, '', view.location.pathname + writeWish(wish)),
    onEnter: (first) => first?.focus(),
  })
}
