/** What the report and the text’s rights say of each format. */
import type { Format } from '../readers/formats.ts'

interface FormatName {
  name: string
  /** How places are counted. */
  places: string
  /** What an import changes, for the text’s rights. */
  changes: string
}

const lines = 'Zeilen sind Zeilen der Datei.'
const byPandoc = 'Zeilen sind Zeilen dessen, was Pandoc aus der Datei gemacht hat.'
const paragraphs = 'Absätze sind in der Datei von 1 an gezählt, leere und solche in Tabellen auch.'
const ofPrint = 'keine; Umbruch und Trennungen des Drucks aufgelöst'
const ofFile = 'keine; Auszeichnung der Datei in die der Ausgabe übertragen'

export const formatNames: Readonly<Record<Format, FormatName>> = {
  text: { name: 'Text', places: lines, changes: ofPrint },
  pdf: {
    name: 'PDF',
    places: 'Seiten sind Seiten der Datei, von 1 an gezählt, Zeilen sind Zeilen der Seite.',
    changes: ofPrint,
  },
  docx: { name: 'Word-Datei (DOCX)', places: paragraphs, changes: ofFile },
  odt: { name: 'LibreOffice-Datei (ODT)', places: paragraphs, changes: ofFile },
  html: { name: 'HTML', places: lines, changes: ofFile },
  epub: {
    name: 'EPUB',
    places: 'Absätze sind in der genannten Datei des EPUB von 1 an gezählt.',
    changes: ofFile,
  },
  tei: {
    name: 'TEI',
    places: lines,
    changes: 'keine; Zeilenumbruch und Trennungen der Vorlage aufgelöst',
  },
  markdown: { name: 'Markdown', places: lines, changes: ofFile },
  rtf: { name: 'RTF', places: byPandoc, changes: ofFile },
  latex: { name: 'LaTeX', places: byPandoc, changes: ofFile },
  jats: { name: 'JATS', places: byPandoc, changes: ofFile },
  docbook: { name: 'DocBook', places: byPandoc, changes: ofFile },
}
