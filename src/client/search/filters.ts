import { choicesOf, chosenIn, criteria, manyTexts } from '../../contract/shelf.ts'
import type { SectionsBy, Wish } from './address.ts'
import { groups } from './places.ts'
import type { Answer } from './search.ts'

/** What the controls behind the field say. */
export function readFilters(form: HTMLFormElement): Omit<Wish, 'query' | 'all'> {
  const data = new FormData(form)
  const value = (name: string) => String(data.get(name) ?? '')
  const by = selectOf(form, 'nach')
  return {
    group: value('art'),
    text: value('text'),
    chosen: chosenIn(new URLSearchParams(criteria.map((name) => [name, value(name)]))),
    sections: by.dataset['said'] === undefined ? '' : (by.value as SectionsBy),
  }
}

/** The texts are known with the first answer only, so that what is wished of them waits as a choice without a name. */
export function wishFilters(form: HTMLFormElement, { group, text, chosen, sections }: Wish): void {
  const radio = [...form.querySelectorAll<HTMLInputElement>('input[name=art]')].find(
    ({ value }) => value === group,
  )
  if (radio) radio.checked = true
  for (const [name, value] of Object.entries({ text, ...chosen }))
    if (value) selectOf(form, name).append(new Option(value, value, true, true))
  const by = selectOf(form, 'nach')
  by.addEventListener('change', () => (by.dataset['said'] = ''))
  if (!sections) return
  by.value = sections
  by.dataset['said'] = ''
}

/** Shows how many hits each choice has. */
export function countFilters(form: HTMLFormElement, found: Answer | null): void {
  const filters = form.querySelector<HTMLElement>('.search-filters')!
  const total = Object.values(found?.counts.kinds ?? {}).reduce((sum, count) => sum + count, 0)
  if (total > 0) filters.hidden = false
  for (const place of form.querySelectorAll<HTMLElement>('[data-count]')) {
    const kinds = groups.find(({ slug }) => slug === place.dataset['count'])?.kinds
    const count = kinds?.reduce((sum, kind) => sum + (found?.counts.kinds[kind] ?? 0), 0) ?? total
    place.textContent = found ? String(count) : ''
  }
}

/**
 * Offers what can be chosen among the texts, once. False if something else was wished than there is: then the answer is
 * not that to the choice which is shown now.
 */
export function offerTexts(form: HTMLFormElement, texts: Answer['texts']): boolean {
  if (form.dataset['filled'] !== undefined) return true
  form.dataset['filled'] = ''
  const slugs = Object.keys(texts)
  const several = slugs.length > 1
  const named = slugs.map((slug) => [texts[slug]!.title, slug] as const)
  const isKept = [offer(selectOf(form, 'text'), named)]
  // A single text is no choice, but an address may wish for it.
  selectOf(form, 'text').closest('label')!.hidden = !several
  const choices = new Map(
    choicesOf(Object.values(texts)).map(({ criterion, values }) => [criterion, values]),
  )
  for (const criterion of criteria) {
    const values = choices.get(criterion) ?? []
    isKept.push(
      offer(
        selectOf(form, criterion),
        values.map((value) => [value, value]),
      ),
    )
  }
  const by = selectOf(form, 'nach')
  by.closest('label')!.hidden = !several
  if (by.dataset['said'] === undefined) by.value = slugs.length > manyTexts ? 'text' : 'art'
  const details = form.querySelector('details')!
  details.hidden = choices.size === 0
  details.open = criteria.some((criterion) => selectOf(form, criterion).value !== '')
  return isKept.every(Boolean)
}

/** Gives the choices of a select; what was wished stays chosen if there is such a thing. */
function offer(select: HTMLSelectElement, choices: readonly (readonly [string, string])[]) {
  const { value } = select
  select.replaceChildren(
    select.options[0]!,
    ...choices.map(([name, one]) => new Option(name, one, one === value, one === value)),
  )
  select.closest('label')!.hidden = choices.length === 0
  return select.value === value
}

const selectOf = (form: HTMLFormElement, name: string): HTMLSelectElement =>
  form.querySelector<HTMLSelectElement>(`select[name="${name}"]`)!
