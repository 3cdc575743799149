import { sayLocator } from '../../text-on-page/locator.ts'
import { isAnnotation, type Entry } from '../model.ts'
import { byPlace, groupBy } from '../order.ts'
import { asPart, type Surroundings } from './w3c.ts'

/** Annotations to be read and worked on: by text and paragraph, the words as a block quote, the note as it was typed. */
export function toMarkdown(entries: readonly Entry[], around: Surroundings): string {
  const annotations = entries.filter(isAnnotation).sort(byPlace)
  const texts = [...groupBy(annotations, ({ text }) => text)].map(([text, own]) => {
    const address = around.address(text)
    const places = own.map(({ parts, pages, colour, body, version }) => {
      const locator = sayLocator({ parts: parts.map(asPart), pages })
      const link = `${address}?fassung=${encodeURIComponent(version)}#${parts[0]!.id}`
      const words = parts.map(({ exact }) => `> ${escape(exact)}`).join('\n>\n')
      const note = body.trim() ? `\n\n${body.trim()}` : ''
      return `${words}\n\n[${escape(locator)}](${link}) · ${escape(around.colourNames[colour])}${note}`
    })
    return `## ${escape(around.title(text))}\n\n${places.join('\n\n---\n\n')}`
  })
  const by = around.creator ? ` von ${escape(around.creator)}` : ''
  return `# Notizen${by}\n\n${texts.join('\n\n')}\n`
}

/** Escapes the signs of Markdown. */
const escape = (words: string): string =>
  words
    .replace(/[\\`*_[\]<>#|~]/g, '\\$&')
    .replace(/^(\s*\d+)([.)])/, '$1\\$2')
    .replace(/\s+/g, ' ')
