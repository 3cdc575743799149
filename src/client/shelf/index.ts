import { criteria } from '../../contract/shelf.ts'
import { choiceIn, choose, queryOf, type Choice, type ShelfText } from './choose.ts'

/** The list of texts: readers choose by person, year, subject or collection; the address keeps the choice. */
export function start(root: Document): () => void {
  const stopped = new AbortController()
  const form = root.querySelector<HTMLElement>('[data-shelf-form]')
  const list = root.querySelector<HTMLElement>('[data-shelf]')
  if (!list) return () => stopped.abort()
  const items = [...list.querySelectorAll<HTMLElement>('[data-shelf-text]')]
  void markStored(items)
  if (!form) return () => stopped.abort()
  const { signal } = stopped
  const window = root.defaultView!
  const texts = items.map((item) => JSON.parse(item.dataset['shelfText']!) as ShelfText)
  const count = root.querySelector<HTMLElement>('[data-shelf-count]')!
  const field = (name: string) =>
    form.querySelector<HTMLInputElement | HTMLSelectElement>(`[name="${name}"]`)

  const read = (): Choice => {
    const value = (name: string) => field(name)?.value ?? ''
    const query = new URLSearchParams(
      ['worte', ...criteria, 'ordnung'].map((name) => [name, value(name)]),
    )
    return choiceIn(query)
  }
  const fill = (choice: Choice) => {
    const values = { ...choice, worte: choice.words, ordnung: choice.order }
    for (const name of ['worte', ...criteria, 'ordnung'] as const) {
      const control = field(name)
      if (control) control.value = values[name]
    }
  }
  const show = (choice: Choice) => {
    const chosen = choose(texts, choice)
    for (const item of items) item.hidden = true
    for (const index of chosen) {
      items[index]!.hidden = false
      list.append(items[index]!)
    }
    const { length } = chosen
    count.textContent =
      length === 0 ? 'Kein Text entspricht dieser Auswahl.' : `${length} von ${items.length} Texten`
  }
  const changed = () => {
    const choice = read()
    show(choice)
    window.history.replaceState(null, '', window.location.pathname + queryOf(choice))
  }
  const begin = () => {
    const choice = choiceIn(new URLSearchParams(window.location.search))
    fill(choice)
    // What the edition does not have cannot be chosen: `fill` leaves such a select without a value.
    show(read())
  }
  form.hidden = false
  form.addEventListener('input', changed, { signal })
  const reset = () => {
    fill(choiceIn(new URLSearchParams()))
    changed()
  }
  form.querySelector('[data-shelf-reset]')!.addEventListener('click', reset, { signal })
  window.addEventListener('popstate', begin, { signal })
  begin()
  return () => stopped.abort()
}

/** Says of each text whether it can be read without the network. */
async function markStored(items: readonly HTMLElement[]): Promise<void> {
  // Browsers have no storage for pages of insecure addresses.
  if (!('caches' in globalThis)) return
  for (const item of items) {
    const { pathname } = new URL(item.querySelector('a')!.href)
    const isStored = (await caches.match(pathname, { ignoreVary: true })) !== undefined
    item.querySelector<HTMLElement>('[data-shelf-stored]')!.hidden = !isStored
  }
}
