import { startText } from './text.ts'

/**
 * Places the notes and glosses of the texts on a page: beside their calls where the style sheet sets columns
 * (`--columns`: 0, 1 or 2), else in the reading flow. Without this script the style sheet alone puts them there.
 * Runs again on `edition:settings`, `edition:layout`, when fonts load and when a text changes its size.
 * Each run is a `performance.measure` named `edition:margin`.
 */
export function start(root: Document): () => void {
  const listening = new AbortController()
  const { signal } = listening
  const view = root.defaultView!
  watchJumps(root, signal)
  const texts = [...root.querySelectorAll<HTMLElement>('article[data-text]')]
  const reveals = texts.map((article) => startText(article, signal))

  const reveal = (arriving = false) => {
    if (!view.location.hash) return
    void import('./reveal-target.ts').then(({ revealTarget }) =>
      revealTarget(root, reveals, signal, arriving),
    )
  }
  view.addEventListener('hashchange', () => reveal(), { signal })
  reveal(true)
  // Browsers remove the text directive from `location`; the navigation entry still has it.
  const [visit] = performance.getEntriesByType('navigation')
  if (visit?.name.includes(':~:'))
    void import('./found-words.ts').then(({ revealWords }) =>
      revealWords(root, visit.name, reveals, signal),
    )
  return () => listening.abort()
}

/**
 * Watches for jumps within the page: clicks on links, and `edition:jump`, which scripts dispatch at the target.
 * The module that leads back is loaded at the first jump.
 */
function watchJumps(root: Document, signal: AbortSignal): void {
  const view = root.defaultView!
  let wayBack: Promise<import('./way-back.ts').WayBack> | undefined
  const jump = (entry: string | undefined, target?: Element) => {
    const origin = { top: view.scrollY, focus: root.activeElement as HTMLElement | null, entry }
    wayBack ??= import('./way-back.ts').then(({ createWayBack }) => createWayBack(root, signal))
    void wayBack.then(({ depart }) => depart(origin, target))
  }
  root.addEventListener(
    'click',
    (event) => {
      const link = event.target instanceof Element && event.target.closest<HTMLAnchorElement>('a')
      if (!link || event.defaultPrevented || event.ctrlKey || event.metaKey || event.shiftKey)
        return
      if (!link.hash || link.href.split('#')[0] !== view.location.href.split('#')[0]) return
      jump(link.hash === view.location.hash ? undefined : link.hash)
    },
    { signal },
  )
  root.addEventListener('edition:jump', ({ target }) => jump(undefined, target as Element), {
    signal,
  })
}
