import { announce } from '../../platform/announce.ts'
import { adopt } from '../../platform/sheet.ts'
import { breath, inTimeSlices } from '../time-slices.ts'
import colourCss from '../colours.css?inline'
import { standsThere } from '../anchor/anchor.ts'
import { storeHere } from '../keep/store.ts'
import type { Annotation } from '../model.ts'
import type { Annotated } from './annotated-text.ts'
import { Marks } from './marks.ts'
import css from './text.css?inline'
import { placeIn, wordingsOf, type Placed } from './place.ts'
import { setTab } from './tabs.ts'
import { watchTrouble } from './trouble.ts'

const annotating = new WeakMap<HTMLElement, Promise<Annotated>>()

/** Shows the annotations of a text, once for each article. Resolves when all are drawn. */
export function annotated(article: HTMLElement): Promise<Annotated> {
  const page = annotating.get(article) ?? annotate(article)
  annotating.set(article, page)
  return page
}

async function annotate(article: HTMLElement): Promise<Annotated> {
  const { ownerDocument: root, dataset } = article
  const text = { slug: dataset['text']!, version: dataset['version'] ?? '' }
  adopt(root, colourCss)
  adopt(root, css)
  const store = await storeHere()
  await breath()
  const marks = new Marks(article)
  const wordings = wordingsOf(article)
  const placed = new Map<string, Placed>()

  const at = (id: string): Annotation[] =>
    [...placed]
      .filter(([, { ids }]) => ids.includes(id))
      .flatMap(([annotation]) => store.get(annotation) ?? [])
      .sort((a, b) => startIn(placed, a, id) - startIn(placed, b, id))
  const open = (tab: HTMLElement) =>
    void import('./box.ts').then(({ openBox }) =>
      openBox(root, page, at(tab.dataset['annotations']!), tab),
    )
  const draw = (annotation: Annotation) => {
    const place = placed.get(annotation.id) ?? placeIn(annotation, wordings)
    placed.set(annotation.id, place)
    marks.lay(annotation.id, annotation.colour, place.spans)
    return place.ids
  }
  const update = (ids: readonly string[]) => {
    const touched = new Set<string>()
    for (const id of ids) {
      placed.get(id)?.ids.forEach((paragraph) => touched.add(paragraph))
      const annotation = store.get(id)
      if (annotation?.text === text.slug) draw(annotation).forEach((p) => touched.add(p))
      else {
        marks.lift(id)
        placed.delete(id)
      }
    }
    for (const id of touched) setTab(article, id, at(id), open)
  }

  const page: Annotated = { article, store, text, marks, at }
  const all = store.of(text.slug)
  // Before the first drawing, which takes several time slices, so that no change is missed.
  store.addEventListener('change', (event) => update((event as CustomEvent<string[]>).detail))
  const drawOnce = ({ id }: Annotation) => {
    const now = store.get(id)
    if (now && !placed.has(id)) draw(now)
  }
  const moved: Annotation[] = []
  await inTimeSlices(all, (annotation) => {
    if (annotation.parts.every((part) => standsThere(part, wordings))) drawOnce(annotation)
    else moved.push(annotation)
  })
  // These may have to be searched for in the whole text, so its wording is read first, in time slices.
  if (moved.length > 0) await inTimeSlices(wordings.ids, (id) => void wordings.wording(id))
  await inTimeSlices(moved, drawOnce)
  await breath()
  const paragraphs = new Set([...placed.values()].flatMap(({ ids }) => ids))
  await inTimeSlices(paragraphs, (id) => setTab(article, id, at(id), open))
  watchTrouble(root, store)
  openAtClick(root, page)
  tellLost(
    root,
    all.filter(({ id }) => placed.get(id)?.ids.length === 0),
  )
  root.documentElement.dataset['annotated'] = ''
  return page
}

const startIn = (placed: ReadonlyMap<string, Placed>, { id }: Annotation, paragraph: string) =>
  placed.get(id)?.spans.find((span) => span.id === paragraph)?.start ?? 0

/** A click on marked words opens their annotations, except on links and controls. */
function openAtClick(root: Document, page: Annotated): void {
  page.article.addEventListener('click', (event) => {
    const { target, clientX, clientY, defaultPrevented } = event as MouseEvent
    const onControl = (target as Element).closest('a, button, input, summary')
    if (defaultPrevented || onControl || !root.getSelection()?.isCollapsed) return
    const hit = page.marks.at(clientX, clientY).flatMap((id) => page.store.get(id) ?? [])
    // The shortest first; the others are reached by the arrows of the box.
    hit.sort((a, b) => lengthOf(a) - lengthOf(b))
    if (hit.length > 0) void import('./box.ts').then(({ openBox }) => openBox(root, page, hit))
  })
}

const lengthOf = ({ parts }: Annotation) => parts.reduce((sum, { exact }) => sum + exact.length, 0)

function tellLost(root: Document, lost: readonly Annotation[]): void {
  if (lost.length === 0) return
  announce(
    root,
    lost.length === 1
      ? 'Eine Ihrer Notizen lässt sich in dieser Fassung nicht mehr zuordnen. Sie steht unter „Meine Notizen“.'
      : `${lost.length} Ihrer Notizen lassen sich in dieser Fassung nicht mehr zuordnen. Sie stehen unter „Meine Notizen“.`,
  )
}
