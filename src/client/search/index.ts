import { isField } from '../platform/typing.ts'
import { prefetch } from './prefetch.ts'
import { openSearchDialog } from './search-dialog.ts'

/**
 * The way to the search from every page: button, „/“ and Ctrl+K open the dialog. Code and index are fetched when the
 * reader shows that a search is coming, not before; marks of a search wait in the address (`?suche=`).
 */
export function start(root: Document): () => void {
  const openers = root.querySelectorAll<HTMLAnchorElement>('[data-search-open]')
  const [opener] = openers
  if (!opener) return () => {}
  const listening = new AbortController()
  const { signal } = listening
  const folder = `${opener.pathname}index/`
  const panel = root.querySelector<HTMLElement>('[data-search-panel]')

  const prepare = () => {
    prefetch(folder)
    return import('./ui.ts')
  }
  const open = () => {
    if (panel) return panel.querySelector('input')!.focus()
    const dialog = openSearchDialog(root)
    void prepare().then(({ bindDialog }) => bindDialog(dialog, opener.pathname))
  }

  for (const one of openers) {
    one.addEventListener('pointerenter', () => void prepare(), { signal })
    one.addEventListener('focus', () => void prepare(), { signal })
    one.addEventListener(
      'click',
      (event) => {
        if (event.ctrlKey || event.metaKey || event.shiftKey || event.button !== 0) return
        event.preventDefault()
        open()
      },
      { signal },
    )
  }
  root.addEventListener(
    'keydown',
    (event) => {
      if (!asks(event, root)) return
      event.preventDefault()
      open()
    },
    { signal },
  )
  if (panel) {
    const bind = () => void prepare().then(({ bindPage }) => bindPage(panel, opener.pathname))
    panel.addEventListener('focusin', bind, { signal, once: true })
    if (root.location.search) bind()
    else if (!root.location.hash) panel.querySelector('input')!.focus({ preventScroll: true })
  }
  if (new URLSearchParams(root.location.search).has('suche'))
    void import('./marks.ts').then(({ showMarks }) => showMarks(root, signal))
  return () => listening.abort()
}

/** Ctrl+K anywhere; „/“ where no letters are typed and the reader has not switched single keys off. */
function asks(event: KeyboardEvent, root: Document): boolean {
  if (event.defaultPrevented || event.isComposing || root.querySelector('dialog[open]'))
    return false
  if ((event.ctrlKey || event.metaKey) && !event.altKey && !event.shiftKey)
    return event.key.toLowerCase() === 'k'
  return (
    event.key === '/' && !isField(event.target) && root.documentElement.dataset['kuerzel'] !== 'aus'
  )
}
