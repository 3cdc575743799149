import type { Element } from 'hast'
import type { RemovedPlace } from '../../edition/model/model.ts'
import { element, text } from './element.ts'

export interface Beside {
  before: Element[]
  after: Element[]
}

/** Number of a paragraph → the places of removed numbers before and behind its block. */
export function removedPlaces(removed: readonly RemovedPlace[]): Map<string, Beside> {
  const beside = new Map<string, Beside>()
  for (const place of removed) {
    const near = place.near.replace('abs-', '')
    const found = beside.get(near) ?? { before: [], after: [] }
    found[place.side === 'after' ? 'after' : 'before'].push(removedPlace(place))
    beside.set(near, found)
  }
  return beside
}

/** Takes no room until a link leads to it; then its notice is shown. */
function removedPlace({ id, number, since, near, side }: RemovedPlace): Element {
  const gone = `Absatz ${number} ist seit Fassung ${since}`
  const notice =
    side === 'in'
      ? [
          text(`${gone} kein eigener mehr. Sein Wortlaut steht in `),
          element('a', { href: `#${near}` }, [text(`Absatz ${near.replace('abs-', '')}`)]),
          text('.'),
        ]
      : [text(`${gone} entfallen. Er stand hier.`)]
  return element('div', { class: 'removed-place', id, 'data-removed': '', tabindex: '-1' }, [
    element('p', {}, notice),
  ])
}
