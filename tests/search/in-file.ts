/**
 * Ids of all hits in a text, read from the search dialog of a one-file edition, which has no search page. Runs in the
 * browser, so it must be self-contained.
 */
export async function hitsInFile([query, text]: readonly [query: string, text: string]): Promise<
  string[]
> {
  const until = async <T>(look: () => T | null | undefined | false): Promise<T> => {
    for (;;) {
      const found = look()
      if (found) return found
      await new Promise((resolve) => setTimeout(resolve, 5))
    }
  }
  if (!document.querySelector('#ui_suche[open]'))
    document.querySelector<HTMLElement>('[data-search-open]')!.click()
  const dialog = await until(() => document.querySelector('#ui_suche[data-bound]'))
  const results = dialog.querySelector('[data-search-results]')!
  const settled = () => until(() => results.getAttribute('aria-busy') === 'false')
  const field = dialog.querySelector<HTMLInputElement>('input[type=search]')!
  field.value = query
  field.dispatchEvent(new Event('input'))
  await settled()
  const select = dialog.querySelector('select')!
  if ([...select.options].some(({ value }) => value === text) && select.value !== text) {
    select.value = text
    select.dispatchEvent(new Event('change', { bubbles: true }))
    await settled()
  }
  const more = dialog.querySelector<HTMLElement>('[data-more]')
  more?.click()
  await settled()
  return [...results.querySelectorAll<HTMLAnchorElement>('a[data-hit]')].map(({ hash }) =>
    decodeURIComponent(hash.slice(1)),
  )
}
