import { sizes } from '../../src/client/margin/measure.ts'
import { leastDistance } from '../unit/client/margin/brute-force.ts'
import type { Box, Inspected } from './inspect.ts'

type Item = Inspected['items'][number]

/** Errors of notes and glosses beside the text; empty if there are none. */
export function beside(page: Inspected, script: boolean): string[] {
  const columns =
    page.columns === 2 ||
    (!script && page.items.some(({ windowLeft, call }) => windowLeft < call.left))
      ? [kind(page, 'gloss'), kind(page, 'note')]
      : [page.items]
  return [
    ...everywhere(page),
    ...page.items.filter(({ shown }) => !shown).map(({ id }) => `${id} is not seen`),
    ...columns.flatMap((items) => overlaps(items)),
    ...columns.flatMap((items) => (script ? [...order(items), ...distance(items, page)] : [])),
    ...page.items.flatMap((item) =>
      page.blocks
        .filter(({ box }) => meet(item.box, box))
        .map(() => `${item.id} lies over the text`),
    ),
  ]
}

/** Errors of notes and glosses in the flow. `open`: ids of those that have been opened. */
export function inFlow(page: Inspected, open: ReadonlySet<string>): string[] {
  const opened = page.items.filter(({ id }) => open.has(id))
  return [
    ...everywhere({ ...page, items: opened }),
    ...page.items
      .filter(({ id, shown }) => shown !== open.has(id))
      .map(({ id }) => `${id} is ${open.has(id) ? 'closed' : 'open'}`),
    ...page.items
      .filter(({ id, expanded }) => expanded !== String(open.has(id)))
      .map(({ id }) => `${id}: its call does not tell whether it is open`),
    ...page.items
      .filter(
        ({ kind, callHeight, callWidth }) =>
          kind === 'note' && Math.min(callHeight, callWidth) < 23.9,
      )
      .map(({ id }) => `${id}: its call is smaller than 24 px`),
    ...overlaps(opened),
    ...opened.flatMap((item) =>
      page.blocks
        .filter(({ box }) => meet(item.box, box))
        .flatMap(({ lines }) => lines.filter((line) => meet(item.box, line)))
        .slice(0, 1)
        .map(() => `${item.id} lies over a line of the text`),
    ),
  ]
}

/** Errors of notes behind their paragraphs: without the script, or on paper. */
export function behind(page: Inspected): string[] {
  return [
    ...everywhere(page),
    ...page.items.filter(({ shown }) => !shown).map(({ id }) => `${id} is not seen`),
    ...overlaps(page.items),
    ...order(page.items),
    ...page.items.flatMap((item) =>
      page.blocks
        .filter(({ box }) => meet(item.box, box))
        .map(() => `${item.id} lies over the text`),
    ),
  ]
}

function everywhere({ items, window, overflow }: Inspected): string[] {
  return [
    ...(overflow > window ? [`the page is ${overflow - window} px too wide`] : []),
    ...items
      .filter(({ copies }) => copies !== 1)
      .map(({ id }) => `${id} is not there exactly once`),
    ...items
      .filter(({ shown, clipped, folded, more }) =>
        folded ? !more || Math.min(more.width, more.height) < 23.9 : shown && clipped,
      )
      .map(({ id }) => `${id} is clipped`),
    ...items
      .filter(({ shown, windowLeft, box }) => {
        const right = windowLeft + box.right - box.left
        return shown && (windowLeft < -0.5 || right > window + 0.5)
      })
      .map(({ id }) => `${id} is outside the window`),
  ]
}

function overlaps(items: readonly Item[]): string[] {
  return items.flatMap((item, i) =>
    items
      .slice(i + 1)
      .filter((other) => meet(item.box, other.box))
      .map((other) => `${item.id} and ${other.id} overlap`),
  )
}

function order(items: readonly Item[]): string[] {
  return items
    .slice(1)
    .filter((item, i) => item.box.top < items[i]!.box.top)
    .map(({ id }) => `${id} is out of order`)
}

/** Checks that the total distance is the optimum found by another method. */
function distance(items: readonly Item[], { rem, height, padding }: Inspected): string[] {
  const { gap, lead } = sizes(rem)
  const anchored = items.map(({ kind, call, box }) => ({
    anchor: Math.max(0, Math.round(call.top + lead[kind])),
    height: Math.ceil(box.bottom - box.top - 0.01),
  }))
  const actual = items.reduce((sum, { box }, i) => sum + Math.abs(box.top - anchored[i]!.anchor), 0)
  const bottom = height - padding
  let least = leastDistance(anchored, { gap, top: 0, bottom })
  if (least === Infinity) {
    const needed = anchored.reduce((sum, item) => sum + item.height + gap, 0)
    least = leastDistance(anchored, { gap, top: 0, bottom: needed })
  }
  return Math.abs(actual - least) <= 1
    ? []
    : [`total distance ${actual} px, the optimum is ${least} px`]
}

const kind = ({ items }: Inspected, wanted: Item['kind']) =>
  items.filter((item) => item.kind === wanted)

const meet = (a: Box, b: Box) =>
  a.left < b.right - 0.5 &&
  b.left < a.right - 0.5 &&
  a.top < b.bottom - 0.5 &&
  b.top < a.bottom - 0.5
