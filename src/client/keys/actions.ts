import { announce } from '../platform/announce.ts'
import { copy } from '../platform/copy.ts'
import { focusOn } from '../platform/focus.ts'
import { currentIndex, textHere } from '../reading-place/here.ts'
import { outlineOf, type PageOutline } from '../reading-place/page-outline.ts'
import { change, settingsOn } from '../settings/apply.ts'
import { schema, type Key } from '../settings/schema.ts'
import { next } from '../settings/settings.ts'
import { announcePosition } from '../reading-position/index.ts'
import { numberOf } from '../reading-position/describe.ts'
import { keepFocus } from './keep-focus.ts'
import type { ShortcutKey } from './table.ts'

/** Runs the action of a shortcut. Keys for texts arrive only on pages with a text (see table.ts). */
export function act(root: Document, key: ShortcutKey): void {
  const article = textHere(root)
  const outline = article ? outlineOf(article) : { elements: [], paragraphs: [], sections: [] }
  const actions: Record<ShortcutKey, () => unknown> = {
    j: () => step(root, outline, 1),
    k: () => step(root, outline, -1),
    n: () => nextCall(root, outline),
    w: () => announcePosition(root, outline),
    l: () => copyPlace(root, outline),
    m: () => import('../selection-bar/open.ts').then(({ openByKey }) => openByKey(root)),
    z: () => cite(root),
    p: () =>
      import('../reading-aloud/open.ts').then(({ toggleReadingAloud }) => toggleReadingAloud(root)),
    i: () => openContents(root),
    g: () => cycle(root, 'glossen'),
    a: () => cycle(root, 'anmerkungen'),
    t: () => cycle(root, 'theme'),
    v: () => import('../settings/panel.ts').then(({ openPanel }) => openPanel(root)),
    '?': () => import('./list.ts').then(({ openList }) => openList(root)),
  }
  actions[key]()
}

function step(root: Document, outline: PageOutline, by: 1 | -1): void {
  const from = currentIndex(root, outline)
  const to = outline.elements[Math.min(Math.max(from + by, 0), outline.elements.length - 1)]
  if (to) goTo(to)
}

function goTo(paragraph: HTMLElement): void {
  focusOn(paragraph)
  paragraph.scrollIntoView({ block: 'start' })
}

/** Focuses the next call; where screen readers skip calls, its note. */
function nextCall(root: Document, { elements }: PageOutline): void {
  const calls = [...root.querySelectorAll<HTMLElement>('article [role="doc-noteref"]')]
  const focused = root.activeElement?.closest('article [role="doc-noteref"], article .block')
  const from = focused ?? elements[currentIndex(root, { elements, paragraphs: [], sections: [] })]
  const call = from ? calls.find((candidate) => follows(from, candidate)) : calls[0]
  if (!call) return announce(root, 'Hier folgt keine Anmerkung mehr.')
  if (!call.ariaHidden) return call.focus()
  root.getElementById(call.getAttribute('href')!.slice(1))?.focus()
}

/** Whether the call is inside the element or after it. */
const follows = (from: Element, candidate: Element): boolean =>
  (from.compareDocumentPosition(candidate) & Node.DOCUMENT_POSITION_FOLLOWING) !== 0

async function copyPlace(root: Document, outline: PageOutline): Promise<void> {
  const paragraph = outline.paragraphs[currentIndex(root, outline)]
  const url = new URL(location.href)
  url.search = ''
  url.hash = paragraph?.id ?? ''
  const named = paragraph ? `Link zu Absatz ${numberOf(paragraph)}` : 'Link zu dieser Seite'
  announce(root, (await copy(root, url.href)) ? `${named} kopiert.` : `${named}: ${url.href}`)
}

async function cite(root: Document): Promise<void> {
  const [{ passageHere }, { openCiting }] = await Promise.all([
    import('../selection-bar/open.ts'),
    import('../citing/dialog.ts'),
  ])
  await openCiting(root, passageHere(root))
}

function openContents(root: Document): void {
  const bar = root.querySelector('[data-bar][data-shown]')
  // Low windows have no bar.
  const popover = bar?.checkVisibility() && bar.querySelector<HTMLElement>('.bar-contents')
  if (!popover) root.querySelector<HTMLElement>('nav.contents a')?.focus()
  else {
    popover.showPopover()
    // By the next frame the bar has marked the current section.
    requestAnimationFrame(() => {
      const link =
        popover.querySelector<HTMLElement>('[aria-current]') ?? popover.querySelector('a')
      link?.focus()
    })
  }
}

function cycle(root: Document, key: Key): void {
  const value = next(key, settingsOn(root)[key])
  change(root, key, value)
  keepFocus(root)
  const { label, values } = schema[key]
  announce(root, `${label}: ${(values as Record<string, string>)[value]}.`)
}
