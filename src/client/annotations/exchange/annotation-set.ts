import { isAnnotation, newId, type Colour, type Entry } from '../model.ts'
import { byPlace } from '../order.ts'
import type { Surroundings } from './w3c.ts'

/**
 * Annotations as an `AnnotationSet` (W3C, EPUB Annotations 1.0, a draft), which reading systems exchange: each has one
 * body and one target, so a mark over several paragraphs is several, the note with the first. The collection
 * (`w3c.ts`) says more; this is for other programs.
 */
export function toAnnotationSet(entries: readonly Entry[], around: Surroundings) {
  const annotations = entries.filter(isAnnotation).sort(byPlace)
  const texts = [...new Set(annotations.map(({ text }) => text))]
  const { creator, now, address, title, colourNames } = around
  const person = creator && {
    creator: { id: `urn:uuid:${newId()}`, type: 'Person', name: creator },
  }
  return {
    '@context': 'http://www.w3.org/ns/anno.jsonld',
    id: `urn:uuid:${newId()}`,
    type: 'AnnotationSet',
    generated: now,
    title: creator ? `Notizen von ${creator}` : 'Notizen',
    about: {
      'dc:format': 'text/html',
      'dc:identifier': texts.map(address),
      'dc:title': texts.map(title).join(' · '),
    },
    items: annotations.flatMap(({ id, text, created, modified, colour, body, parts, pages }) =>
      parts.map(({ id: place, start, end, exact, prefix, suffix }, i) => ({
        '@context': 'http://www.w3.org/ns/anno.jsonld',
        id: `urn:uuid:${i === 0 ? id : newId()}`,
        type: 'Annotation',
        created,
        modified,
        ...person,
        target: {
          source: address(text),
          selector: [
            { type: 'TextQuoteSelector', exact, prefix, suffix },
            {
              type: 'CSSSelector',
              value: `#${place}`,
              refinedBy: { type: 'TextPositionSelector', start, end },
            },
          ],
          ...(pages && { meta: { page: pages[0] } }),
        },
        body: {
          type: 'TextualBody',
          value: i === 0 ? body : '',
          format: 'text/plain',
          color: shades[colour],
          highlight: 'solid',
          language: 'de',
          keyword: colourNames[colour],
        },
      })),
    ),
  }
}

/** The nearest of the colours that the draft knows. */
const shades: Record<Colour, string> = {
  gelb: 'yellow',
  gruen: 'green',
  blau: 'blue',
  rot: 'pink',
  grau: 'purple',
}
