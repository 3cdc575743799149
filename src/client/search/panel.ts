import { advice, countSentence } from './advice.ts'
import type { SectionsBy, Wish } from './address.ts'
import { countFilters, offerTexts, readFilters, wishFilters } from './filters.ts'
import { followHits } from './keyboard.ts'
import { groups } from './places.ts'
import { fillInSight, showHits } from './results.ts'
import type { Answer, Search } from './search.ts'
import { watchPress } from '../platform/press.ts'

export interface PanelOptions {
  /** Address of the search page. */
  base: string
  /** Hits of each group before „alle … zeigen“. */
  most: number
  wish: Wish
  /** A search has been answered. */
  onAnswer: (wish: Wish) => void
  /** Enter in the field. */
  onEnter: (first: HTMLAnchorElement | null) => void
}

/** Letters of the shortest query: one letter finds half of the edition. */
const shortest = 2

/** Binds the form: hits while typing, filters, keys. Returns a function that starts a search from outside. */
export function bindPanel(
  panel: HTMLElement,
  search: Search,
  { base, most, wish, onAnswer, onEnter }: PanelOptions,
): { ask: (query: string) => void; field: HTMLInputElement } {
  const root = panel.ownerDocument
  const form = panel.querySelector('form')!
  const field = form.querySelector<HTMLInputElement>('input[type=search]')!
  const results = panel.querySelector<HTMLElement>('[data-search-results]')!
  const status = panel.querySelector<HTMLElement>('[data-search-status]')!
  const advised = panel.querySelector<HTMLElement>('[data-search-advice]')!
  let { all } = wish
  let run = 0
  let frame = 0
  const released = watchPress(panel)
  let saying: ReturnType<typeof setTimeout>

  const wished = (): Wish => ({ query: field.value.trim(), ...readFilters(form), all })

  const answer = async () => {
    const current = ++run
    const { query, group, text, chosen } = wished()
    results.setAttribute('aria-busy', 'true')
    try {
      if (query.length < shortest) await show(null, current)
      else {
        const kinds = groups.find(({ slug }) => slug === group)?.kinds ?? []
        let waiting: ReturnType<typeof setTimeout> | undefined
        const early = (found: Answer) => {
          // Hits already shown would move twice, so they are replaced early only if the rest takes long.
          const patience = results.querySelector('a[data-hit]') ? 60 : 0
          waiting = setTimeout(() => void show(found, current).catch(() => {}), patience)
        }
        const filters = { kinds, texts: text ? [text] : [], chosen }
        const found = await search(query, filters, early).finally(() => clearTimeout(waiting))
        await show(found, current)
      }
      if (current !== run) return
      results.setAttribute('aria-busy', 'false')
      onAnswer(wished())
    } catch (error) {
      if (current !== run) return
      console.error(error)
      results.setAttribute('aria-busy', 'false')
      results.replaceChildren()
      status.textContent =
        'Die Suche konnte nicht geladen werden. Vielleicht fehlt die Verbindung, oder eine neue Fassung liegt bereit. Laden Sie die Seite neu.'
    }
  }

  /** Not while something is pressed: what is replaced between press and release gets no click. */
  const show = async (found: Answer | null, current: number) => {
    await released()
    if (current !== run) return
    countFilters(form, found)
    if (!found) {
      advised.replaceChildren()
      results.replaceChildren()
      say('')
      return
    }
    if (!offerTexts(form, found.texts)) return later()
    const { query } = wished()
    advised.replaceChildren(...advice(root, found, query, base))
    const by = form.querySelector<HTMLSelectElement>('select[name=nach]')!.value as SectionsBy
    const showing = { query: corrected(found, query), by, most, all, released }
    const { content, items } = showHits(root, found, showing)
    results.replaceChildren(content)
    say(countSentence(found, query))
    await fillInSight(items, all)
  }

  /** Delayed, so that screen readers speak only when the reader pauses. */
  const say = (sentence: string) => {
    clearTimeout(saying)
    saying = setTimeout(() => (status.textContent = sentence), sentence ? 250 : 0)
  }

  /** An answer still on its way is not one to what is asked now. */
  const later = () => {
    run++
    results.setAttribute('aria-busy', 'true')
    cancelAnimationFrame(frame)
    frame = requestAnimationFrame(() => void answer())
  }
  const ask = (query: string) => {
    field.value = query
    field.focus()
    later()
  }

  field.addEventListener('input', () => {
    all = false
    later()
  })
  // The field fires `change` when it loses the focus, and was searched for on `input`.
  form.addEventListener('change', ({ target }) => target !== field && later())
  form.addEventListener('submit', (event) => {
    event.preventDefault()
    onEnter(results.querySelector('a[data-hit]'))
  })
  panel.addEventListener('click', ({ target }) => {
    const button = (target as Element).closest<HTMLElement>(
      '[data-retry], [data-more], [data-choose]',
    )
    if (!button) return
    const { retry, more, choose } = button.dataset
    if (retry) return ask(retry)
    if (choose) form.querySelector<HTMLSelectElement>('select[name=text]')!.value = choose
    else all = true
    const { length } = (button.closest('section') ?? panel).querySelectorAll('a[data-hit]')
    void answer().then(() => focusNext(panel, choose ?? more!, length))
  })
  followHits(panel, field)
  field.value = field.value || wish.query
  wishFilters(form, wish)
  if (field.value.trim()) later()
  return { ask, field }
}

const corrected = ({ corrections }: Answer, query: string) =>
  corrections.reduce((words, { typed, used }) => words.replace(typed, used[0]!), query)

/** Focuses the first of the hits that „alle … anzeigen“ has added: to a section, or whole texts. */
function focusNext(panel: HTMLElement, slug: string, shown: number) {
  const section = slug ? panel.querySelector(`[data-section="${CSS.escape(slug)}"]`) : panel
  section?.querySelectorAll<HTMLElement>('a[data-hit]')[shown]?.focus()
}
