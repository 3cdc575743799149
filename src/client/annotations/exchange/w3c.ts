import { sayLocator } from '../../text-on-page/locator.ts'
import {
  colours,
  isAnnotation,
  isForeign,
  isRemoved,
  newId,
  type Annotation,
  type Colour,
  type Entry,
  type Quote,
} from '../model.ts'
import type { More } from './more.ts'

/** What an export says besides the entries. */
export interface Surroundings {
  /** Absolute address of a text, without its anchor. */
  address: (text: string) => string
  title: (text: string) => string
  colourNames: Record<Colour, string>
  /** Name of the reader; empty: not said. */
  creator: string
  now: string
}

/**
 * Annotations as a W3C Annotation Collection (https://www.w3.org/TR/annotation-model/): an `AnnotationPage` within,
 * one target for each paragraph, its words by quote, its place by the paragraph’s fragment and the position in it.
 * What the model has no word for stands under `edition`, which the context declares as plain JSON.
 */
export function toCollection(entries: readonly Entry[], around: Surroundings) {
  const items = [
    ...entries.filter(isAnnotation).map((annotation) => toW3c(annotation, around)),
    // As they came, whatever they are.
    ...entries.filter(isForeign).map(({ foreign }) => foreign as ReturnType<typeof toW3c>),
  ]
  const id = `urn:uuid:${newId()}`
  const { creator, now } = around
  return {
    '@context': [
      'http://www.w3.org/ns/anno.jsonld',
      { edition: { '@id': 'urn:x-edition:data', '@type': '@json' } },
    ],
    id,
    type: 'AnnotationCollection',
    label: creator ? `Notizen von ${creator}` : 'Notizen',
    created: now,
    ...(creator && { creator: { type: 'Person', name: creator } }),
    total: items.length,
    edition: { format: 'edition:notizen', removed: entries.filter(isRemoved) },
    first: {
      id: `${id}#1`,
      type: 'AnnotationPage',
      partOf: id,
      startIndex: 0,
      items,
    },
  }
}

function toW3c(annotation: Annotation, { address, title, colourNames, creator }: Surroundings) {
  const { id, text, version, created, modified, colour, body, parts, pages, history } = annotation
  const more = annotation.more ?? {}
  const { colour: otherColour, ...edition } = more.edition ?? {}
  const source = `${address(text)}?fassung=${encodeURIComponent(version)}`
  const note = {
    type: 'TextualBody',
    purpose: 'commenting',
    format: 'text/plain',
    language: 'de',
    ...more.note,
    value: body,
  }
  const tag = { type: 'TextualBody', purpose: 'tagging', value: colourNames[colour] }
  return {
    id: `urn:uuid:${id}`,
    type: 'Annotation',
    motivation: body ? 'commenting' : 'highlighting',
    created,
    modified,
    ...(creator && { creator: { type: 'Person', name: creator } }),
    ...more.fields,
    stylesheet: { type: 'CssStylesheet', value: css },
    body: [...(body ? [note] : []), tag, ...(more.bodies ?? [])],
    target: parts.map((part, i) => toTarget(part, source, colour, more.targets?.[i])),
    edition: {
      text,
      title: title(text),
      version,
      // A colour that the edition does not know was shown in its first one.
      colour: colour === colours[0] ? (otherColour ?? colour) : colour,
      locator: sayLocator({ parts: parts.map(asPart), pages }),
      pages,
      history,
      ...edition,
    },
  }
}

const toTarget = (
  { id, start, end, exact, prefix, suffix, repeated }: Quote,
  source: string,
  colour: Colour,
  more: NonNullable<More['targets']>[number] = {},
) => ({
  type: 'SpecificResource',
  source,
  styleClass: colour,
  ...more.fields,
  ...(repeated && { edition: { repeated } }),
  selector: [
    { type: 'TextQuoteSelector', exact, prefix, suffix },
    {
      type: 'FragmentSelector',
      conformsTo: 'http://tools.ietf.org/rfc/rfc3236',
      value: id,
      refinedBy: { type: 'TextPositionSelector', start, end },
    },
    ...(more.selectors ?? []),
  ],
})

export const asPart = ({ id, start, end, exact }: Quote) => ({ id, start, end, text: exact })

const grounds: Record<Colour, string> = {
  gelb: '#f6dc7c',
  gruen: '#b9e2c3',
  blau: '#bfd9f5',
  rot: '#f3c3bd',
  grau: '#dcdfe2',
}
const css = colours.map((name) => `.${name} { background: ${grounds[name]} }`).join('\n')
