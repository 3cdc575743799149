import { colours } from '../model.ts'
import { othersThan, present, type Fields, type More } from './more.ts'
import { isRecord } from './shape.ts'

/** What an item of a file says beyond what an annotation of the edition holds. */
export interface ItemParts {
  item: Fields
  /** The body that was taken as the note. */
  note: unknown
  bodies: readonly unknown[]
  targets: readonly unknown[]
  /** The name that the whole file gives its writer. */
  creator: unknown
  /** Whether the edition has the text. Of others it cannot say the title and the address. */
  isTextHere: boolean
}

export function moreIn({ item, ...parts }: ItemParts): More | undefined {
  const own = isRecord(item['edition']) ? item['edition'] : {}
  const isOwn = typeof own['text'] === 'string'
  const unknownColour = typeof own['colour'] === 'string' && !isColour(own['colour'])
  const title = parts.isTextHere ? ['title'] : []
  const targets = parts.targets.map((target) => moreInTarget(target, parts.isTextHere))
  return present({
    fields: othersThan(
      [
        ...['@context', 'type', 'created', 'modified', 'stylesheet', 'body', 'bodyValue', 'id'],
        ...['target', 'edition'],
        ...(isUsual(item['motivation']) ? ['motivation'] : []),
        ...(isSame(item['creator'], parts.creator) ? ['creator'] : []),
      ],
      item,
    ),
    edition: othersThan(
      [
        ...['text', 'version', 'locator', 'pages', 'history', ...title],
        ...(unknownColour ? [] : ['colour']),
      ],
      own,
    ),
    note: isRecord(parts.note) ? moreInNote(parts.note) : undefined,
    bodies: moreBodies(parts, isOwn),
    targets: targets.some((target) => target !== undefined)
      ? targets.map((target) => target ?? {})
      : undefined,
  })
}

/** In a file of the edition the first tag is the name of the colour. */
function moreBodies({ bodies, note }: Pick<ItemParts, 'bodies' | 'note'>, isOwn: boolean) {
  const tag = isOwn && bodies.find((body) => isRecord(body) && body['purpose'] === 'tagging')
  const others = bodies.filter((body) => body !== undefined && body !== note && body !== tag)
  return others.length > 0 ? others : undefined
}

const written: Fields = {
  type: 'TextualBody',
  purpose: 'commenting',
  format: 'text/plain',
  language: 'de',
}

const moreInNote = (note: Fields): Fields | undefined =>
  othersThan(
    ['value', ...Object.keys(written).filter((name) => note[name] === written[name])],
    note,
  )

function moreInTarget(target: unknown, isTextHere: boolean) {
  if (!isRecord(target)) return undefined
  const selectors = [target['selector']].flat().filter((selector) => !isKnown(selector))
  const isPlain = isTextHere && typeof target['source'] === 'string'
  return present({
    fields: othersThan(
      ['type', 'styleClass', 'edition', 'selector', ...(isPlain ? ['source'] : [])],
      target,
    ),
    selectors: selectors.length > 0 ? selectors : undefined,
  })
}

const isKnown = (selector: unknown): boolean =>
  selector === undefined ||
  (isRecord(selector) &&
    /^(TextQuote|Fragment|TextPosition)Selector$/.test(String(selector['type'])))

const isColour = (name: unknown) => colours.some((colour) => colour === name)
const isUsual = (motivation: unknown) =>
  motivation === 'commenting' || motivation === 'highlighting'
const isSame = (a: unknown, b: unknown) => JSON.stringify(a) === JSON.stringify(b)
