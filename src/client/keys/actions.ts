import { announce } from '../platform/announce.ts'
import { copy } from '../platform/copy.ts'
import { focusOn } from '../platform/focus.ts'
import { placeOf, textHere } from '../reading-place/here.ts'
import { outlineOf, type PageOutline } from '../reading-place/page-outline.ts'
import { change, settingsOn } from '../settings/apply.ts'
import { schema, type Key } from '../settings/schema.ts'
import { next } from '../settings/settings.ts'
import { sayPlace } from '../reading-position/index.ts'
import { numberOf } from '../reading-position/place.ts'
import { keepFocus } from './keep-focus.ts'
import type { ShortcutKey } from './table.ts'

/** Does what a key stands for. Those of a text are asked for only where there is one. */
export function act(root: Document, key: ShortcutKey): void {
  const article = textHere(root)
  const outline = article ? outlineOf(article) : { elements: [], places: [], sections: [] }
  const actions: Record<ShortcutKey, () => unknown> = {
    j: () => step(root, outline, 1),
    k: () => step(root, outline, -1),
    n: () => nextCall(root, outline),
    w: () => sayPlace(root, outline),
    l: () => copyPlace(root, outline),
    m: () => import('../selection-bar/open.ts').then(({ openByKey }) => openByKey(root)),
    z: () => cite(root),
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
  const from = placeOf(root, outline)
  const to = outline.elements[Math.min(Math.max(from + by, 0), outline.elements.length - 1)]
  if (to) goTo(to)
}

function goTo(paragraph: HTMLElement): void {
  focusOn(paragraph)
  paragraph.scrollIntoView({ block: 'start' })
}

/** With quiet calls the note itself takes the focus. */
function nextCall(root: Document, { elements }: PageOutline): void {
  const calls = [...root.querySelectorAll<HTMLElement>('article [role="doc-noteref"]')]
  const focused = root.activeElement?.closest('article [role="doc-noteref"], article .block')
  const from = focused ?? elements[placeOf(root, { elements, places: [], sections: [] })]
  const call = from ? calls.find((candidate) => follows(from, candidate)) : calls[0]
  if (!call) return announce(root, 'Hier folgt keine Anmerkung mehr.')
  if (!call.ariaHidden) return call.focus()
  root.getElementById(call.getAttribute('href')!.slice(1))?.focus()
}

/** Inside the block, or behind it. */
const follows = (from: Element, candidate: Element): boolean =>
  (from.compareDocumentPosition(candidate) & Node.DOCUMENT_POSITION_FOLLOWING) !== 0

async function copyPlace(root: Document, outline: PageOutline): Promise<void> {
  const place = outline.places[placeOf(root, outline)]
  const url = new URL(location.href)
  url.search = ''
  url.hash = place?.id ?? ''
  const named = place ? `Link zu Absatz ${numberOf(place)}` : 'Link zu dieser Seite'
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
  // A low window has no bar.
  const popover = bar?.checkVisibility() && bar.querySelector<HTMLElement>('.bar-contents')
  if (!popover) root.querySelector<HTMLElement>('nav.contents a')?.focus()
  else {
    popover.showPopover()
    // The bar marks the section that is read in the same turn, before this.
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
