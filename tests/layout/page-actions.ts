/* These functions run in the browser, so each must be self-contained. */

export interface State {
  /** Font size of the root, in percent. */
  zoom: number
  /** Text spacing of WCAG 1.4.12. */
  spacing: boolean
}

/** Puts the page into a state and waits until it has settled. */
export async function enter({ zoom, spacing }: State) {
  document.documentElement.style.fontSize = `${zoom}%`
  const sheet = new CSSStyleSheet()
  if (spacing)
    sheet.replaceSync(
      '* { line-height: 1.5 !important; letter-spacing: 0.12em !important; word-spacing: 0.16em !important }' +
        'p { margin-bottom: 2em !important }',
    )
  document.adoptedStyleSheets = [sheet]
  document.dispatchEvent(new CustomEvent('edition:layout'))
  const frame = () => new Promise((done) => requestAnimationFrame(done))
  for (let i = 0; i < 3; i++) await frame()
  // The module for the other layout may have to be loaded first.
  while (!document.querySelector('[data-placed]')) await frame()
}

/** Scrolls through all sections, which are laid out only when they come near the window. */
export async function walk() {
  const frame = () => new Promise((done) => requestAnimationFrame(done))
  for (const section of document.querySelectorAll('article[data-text] > section')) {
    section.scrollIntoView()
    for (let i = 0; i < 3; i++) await frame()
  }
}

/**
 * Opens every `step`-th note and gloss at its call, as a reader would. Returns their ids and the calls that moved.
 */
export async function openEvery(step: number) {
  const frame = () => new Promise((done) => requestAnimationFrame(done))
  const calls = [
    ...document.querySelectorAll<HTMLElement>(
      'article[data-text] :is([role="doc-noteref"], [role="doc-glossref"])',
    ),
  ]
  const opened: string[] = []
  const jumped: string[] = []
  for (let i = 0; i < calls.length; i += step) {
    const call = calls[i]!
    const id = call.getAttribute('href')!.slice(1)
    if (opened.includes(id)) continue
    call.scrollIntoView({ block: 'center', behavior: 'instant' })
    for (let i = 0; i < 3; i++) await frame()
    const before = call.getBoundingClientRect()
    call.click()
    await frame()
    const after = call.getBoundingClientRect()
    const moved = Math.abs(after.top - before.top) + Math.abs(after.left - before.left)
    // The call may move only as far as needed to begin reading the opened entry.
    const { top, height } = document.getElementById(id)!.getBoundingClientRect()
    const unseen = top + moved + Math.min(height, innerHeight / 5) - innerHeight
    if (moved > Math.max(0, unseen) + 0.5) jumped.push(`${id}: the line read moves by ${moved} px`)
    if (document.activeElement?.id !== id) jumped.push(`${id}: focus does not go in`)
    opened.push(id)
  }
  return { opened, jumped }
}

/** Closes everything by Escape; returns errors. */
export function closeAll() {
  const wrong: string[] = []
  for (const call of document.querySelectorAll<HTMLElement>(
    '[aria-expanded="true"][role^="doc-"]',
  )) {
    const element = document.getElementById(call.getAttribute('href')!.slice(1))!
    element.focus()
    element.dispatchEvent(new KeyboardEvent('keydown', { key: 'Escape', bubbles: true }))
    if (document.activeElement !== call) wrong.push(`${element.id}: focus does not come back`)
  }
  if (document.querySelector('.spacer')) wrong.push('a spacer is left')
  return wrong
}

/** Layout shifts since the page was loaded: their sum and their sources. */
export async function shifts() {
  await document.fonts.ready
  await new Promise((done) => setTimeout(done, 150))
  const entries = await new Promise<PerformanceEntry[]>((done) => {
    const observer = new PerformanceObserver((list) => done(list.getEntries()))
    observer.observe({ type: 'layout-shift', buffered: true })
    setTimeout(() => done([]), 100)
  })
  type Shift = PerformanceEntry & { value: number; sources: { node: Element | null }[] }
  return {
    sum: (entries as Shift[]).reduce((sum, { value }) => sum + value, 0),
    sources: (entries as Shift[]).flatMap(({ sources }) =>
      sources.map(({ node }) => `${node?.nodeName}.${node?.className}`),
    ),
  }
}

/** Ids of glosses whose words are not visible. */
export function closedGlosses(once: boolean): string[] {
  const shown = once ? '.gloss:not([data-again])' : '.gloss:not([data-off])'
  return [...document.querySelectorAll<HTMLElement>(`article ${shown} .gloss-text`)]
    .filter((words) => words.getBoundingClientRect().height < 5)
    .map((words) => `${words.closest('.gloss')!.id} says nothing`)
}
