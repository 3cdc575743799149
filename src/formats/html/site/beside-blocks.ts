import type { Element } from 'hast'
import { labelOf, paragraphId } from '../../../contract/ids.ts'
import type { RemovedParagraph } from '../../../edition/model/model.ts'
import { element, text } from '../element.ts'
import type { SiteParts } from '../handlers.ts'

/** A permalink in every numbered block, and targets for removed numbers before and after it. */
export function besideBlocks(removed: readonly RemovedParagraph[] = []): SiteParts['beside'] {
  const byNumber = Map.groupBy(removed, ({ near }) => labelOf(near))
  return (number) => {
    const near = byNumber.get(number) ?? []
    return {
      before: near.filter(({ side }) => side !== 'after').map(removedParagraph),
      inside: [permalink(number)],
      after: near.filter(({ side }) => side === 'after').map(removedParagraph),
    }
  }
}

/**
 * For the mouse only; keyboard and screen reader users ask for their position by a key. Style sheets show the attribute
 * instead of the text: browsers scroll to the box around all text of a passage, which would begin at this number.
 */
const permalink = (number: string): Element =>
  element(
    'a',
    {
      class: 'block-number',
      href: `#${paragraphId(number)}`,
      tabindex: '-1',
      'aria-hidden': 'true',
      'data-number': number,
    },
    [element('span', {}, [text(number)])],
  )

/** Takes no space; its notice is shown when a link leads to it. */
function removedParagraph({ id, number, since, near, side }: RemovedParagraph): Element {
  const gone = `Absatz ${number} ist seit Fassung ${since}`
  const notice =
    side === 'in'
      ? [
          text(`${gone} kein eigener mehr. Sein Wortlaut steht in `),
          element('a', { href: `#${near}` }, [text(`Absatz ${labelOf(near)}`)]),
          text('.'),
        ]
      : [text(`${gone} entfallen. Er stand hier.`)]
  return element('div', { class: 'removed-place', id, 'data-removed': '', tabindex: '-1' }, [
    element('p', {}, notice),
  ])
}
