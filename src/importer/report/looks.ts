/** What a source shows without saying it: short paragraphs in bold type, and raised numbers without notes. */
import { start } from '../import-position.ts'
import type { ImportedText, Passage, Remark } from '../imported-text.ts'
import { question, someQuoted } from './remark.ts'

export function askAboutLooks({ blocks, notes }: ImportedText): Remark[] {
  const paragraphs = blocks.flatMap((block) => (block.kind === 'paragraph' ? [block.content] : []))
  const bold = paragraphs.filter(looksLikeHeading)
  const raised = notes.length > 0 ? [] : paragraphs.filter(hasRaisedNumber)
  return [
    ...(bold.length === 0
      ? []
      : [
          question(
            'headings',
            placeOf(bold[0]!),
            `${bold.length === 1 ? 'Ein kurzer Absatz ist' : `${bold.length} kurze Absätze sind`} ganz fett gesetzt, ohne Auszeichnung als Überschrift: ${someQuoted(bold.map(({ text }) => text))}. Sind es Überschriften, ist \`## \` davorzusetzen.`,
          ),
        ]),
    ...(raised.length < 2
      ? []
      : [
          question(
            'notes',
            placeOf(raised[0]!),
            `Die Datei enthält keine Fußnoten, aber hochgestellte Zahlen (${raised.length} Absätze). Sind es Anmerkungen von Hand, sind sie in \`[^1]\` zu verwandeln.`,
          ),
        ]),
  ]
}

const placeOf = ({ positions }: Passage) => positions[0]?.at ?? start

const looksLikeHeading = ({ text, marks }: Passage): boolean =>
  text.length > 1 &&
  text.length < 100 &&
  !/[.,;:]$/.test(text) &&
  /\p{L}/u.test(text) &&
  marks.some(({ kind, from, to }) => kind === 'strong' && from === 0 && to === text.length)

const hasRaisedNumber = ({ text, marks }: Passage): boolean =>
  marks.some(
    ({ kind, from, to }) =>
      kind === 'superscript' && from > 0 && /^\d{1,3}$/.test(text.slice(from, to)),
  )
