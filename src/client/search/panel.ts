import { advice, countSentence } from './advice.ts'
import type { Wish } from './address.ts'
import { followHits } from './keyboard.ts'
import { groups } from './places.ts'
import { fillInSight, showHits } from './results.ts'
import type { Answer, Search } from './search.ts'

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
  let saying: ReturnType<typeof setTimeout>

  const wished = (): Wish => ({
    query: field.value.trim(),
    group: form.querySelector<HTMLInputElement>('input[name=art]:checked')?.value ?? '',
    text: form.querySelector('select')!.value,
    all,
  })

  const answer = async () => {
    const current = ++run
    const { query, group, text } = wished()
    results.setAttribute('aria-busy', 'true')
    try {
      if (query.length < shortest) show(null)
      else {
        const kinds = groups.find(({ slug }) => slug === group)?.kinds ?? []
        let waiting: ReturnType<typeof setTimeout> | undefined
        const early = (found: Answer) => {
          // Hits already shown would move twice, so they are replaced early only if the rest takes long.
          const patience = results.querySelector('a[data-hit]') ? 60 : 0
          waiting = setTimeout(() => current === run && void show(found).catch(() => {}), patience)
        }
        const filters = { kinds, texts: text ? [text] : [] }
        const found = await search(query, filters, early).finally(() => clearTimeout(waiting))
        if (current !== run) return
        await show(found)
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

  const show = async (found: Answer | null) => {
    fillFilters(form, found)
    if (!found) {
      advised.replaceChildren()
      results.replaceChildren()
      say('')
      return
    }
    const { query } = wished()
    advised.replaceChildren(...advice(root, found, query, base))
    const { content, items } = showHits(root, found, corrected(found, query), all ? Infinity : most)
    results.replaceChildren(content)
    say(countSentence(found, query))
    await fillInSight(items, all)
  }

  /** Delayed, so that screen readers speak only when the reader pauses. */
  const say = (sentence: string) => {
    clearTimeout(saying)
    saying = setTimeout(() => (status.textContent = sentence), sentence ? 250 : 0)
  }

  const later = () => {
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
    const button = (target as Element).closest<HTMLElement>('[data-retry], [data-more]')
    if (button?.dataset['retry']) ask(button.dataset['retry'])
    if (button?.dataset['more'] === undefined) return
    all = true
    const { length } = button.closest('section')!.querySelectorAll('a[data-hit]')
    const { more } = button.dataset
    void answer().then(() => focusNext(panel, more!, length))
  })
  followHits(panel, field)
  field.value = field.value || wish.query
  choose(form, wish)
  if (field.value.trim()) later()
  return { ask, field }
}

const corrected = ({ corrections }: Answer, query: string) =>
  corrections.reduce((words, { typed, used }) => words.replace(typed, used[0]!), query)

/** Focuses the first of the hits that „alle … zeigen“ has added. */
function focusNext(panel: HTMLElement, slug: string, shown: number) {
  const name = groups.find((group) => group.slug === slug)?.name
  const section = [...panel.querySelectorAll('section.hits')].find((candidate) =>
    candidate.querySelector('h2')!.textContent?.startsWith(name ?? ''),
  )
  section?.querySelectorAll<HTMLElement>('a[data-hit]')[shown]?.focus()
}

function fillFilters(form: HTMLFormElement, found: Answer | null) {
  const filters = form.querySelector<HTMLElement>('.search-filters')!
  const total = Object.values(found?.counts.kinds ?? {}).reduce((sum, count) => sum + count, 0)
  if (total > 0) filters.hidden = false
  for (const place of form.querySelectorAll<HTMLElement>('[data-count]')) {
    const kinds = groups.find(({ slug }) => slug === place.dataset['count'])?.kinds
    const count = kinds?.reduce((sum, kind) => sum + (found?.counts.kinds[kind] ?? 0), 0) ?? total
    place.textContent = found ? String(count) : ''
  }
  const titles = Object.entries(found?.titles ?? {})
  const select = form.querySelector('select')!
  form.querySelector<HTMLElement>('.search-texts')!.hidden = titles.length < 2
  for (const [slug, title] of titles) {
    if ([...select.options].some(({ value }) => value === slug)) continue
    select.add(new Option(title, slug))
    if (form.dataset['text'] === slug) select.value = slug
  }
}

/** The texts are known with the first answer only. */
function choose(form: HTMLFormElement, { group, text }: Wish) {
  const radio = [...form.querySelectorAll<HTMLInputElement>('input[name=art]')].find(
    ({ value }) => value === group,
  )
  if (radio) radio.checked = true
  if (!text) return
  form.dataset['text'] = text
  form.querySelector('select')!.append(new Option(text, text, true, true))
}
