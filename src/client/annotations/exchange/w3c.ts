import { sayLocator } from '../../text-on-page/locator.ts'
import {
  colours,
  isAnnotation,
  isRemoved,
  newId,
  type Annotation,
  type Colour,
  type Entry,
  type Quote,
} from '../model.ts'

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
  const annotations = entries.filter(isAnnotation)
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
    total: annotations.length,
    edition: { format: 'edition:notizen', removed: entries.filter(isRemoved) },
    first: {
      id: `${id}#1`,
      type: 'AnnotationPage',
      partOf: id,
      startIndex: 0,
      items: annotations.map((annotation) => toW3c(annotation, around)),
    },
  }
}

function toW3c(annotation: Annotation, { address, title, colourNames, creator }: Surroundings) {
  const { id, text, version, created, modified, colour, body, parts, pages, history } = annotation
  const source = `${address(text)}?fassung=${encodeURIComponent(version)}`
  const note = {
    type: 'TextualBody',
    purpose: 'commenting',
    format: 'text/plain',
    language: 'de',
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
    stylesheet: { type: 'CssStylesheet', value: css },
    body: body ? [note, tag] : [tag],
    target: parts.map((part) => toTarget(part, source, colour)),
    edition: {
      text,
      title: title(text),
      version,
      colour,
      locator: sayLocator({ parts: parts.map(asPart), pages }),
      pages,
      history,
    },
  }
}

const toTarget = (
  { id, start, end, exact, prefix, suffix, repeated }: Quote,
  source: string,
  colour: Colour,
) => ({
  type: 'SpecificResource',
  source,
  styleClass: colour,
  ...(repeated && { edition: { repeated } }),
  selector: [
    { type: 'TextQuoteSelector', exact, prefix, suffix },
    {
      type: 'FragmentSelector',
      conformsTo: 'http://tools.ietf.org/rfc/rfc3236',
      value: id,
      refinedBy: { type: 'TextPositionSelector', start, end },
    },
  ],
})

export const asPart = ({ id, start, end, exact }: Quote) => ({ id, start, end, text: exact })

const grounds: Record<Colour, string> = {
  gelb: '#f6dc7c',
  gruen: '#b9e2c3',
  blau: '#bfd9f5',
  rot: '#f3c3bd',
}
const css = colours.map((name) => `.${name} { background: ${grounds[name]} }`).join('\n')
