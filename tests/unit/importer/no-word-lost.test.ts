/** The words of a source are compared with what a reader made of it, in every format. */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { mapPassages, passagesOf, type ImportedText } from '../../../src/importer/imported-text.ts'
import { keptWords } from '../../../src/importer/report/kept-words.ts'
import { askAboutLostWords } from '../../../src/importer/report/lost-words.ts'
import type { Format } from '../../../src/importer/readers/formats.ts'
import { makeText, writers } from '../../import/made-texts.ts'
import { readSource } from './read-source.ts'

const formats: Partial<Record<Format, keyof typeof writers>> = {
  docx: 'docx',
  odt: 'odt',
  pdf: 'pdf',
  html: 'html',
  markdown: 'md',
  tei: 'tei',
  epub: 'epub',
  text: 'txt',
}

for (const [format, ending] of Object.entries(formats) as [Format, keyof typeof writers][])
  test(`${format}: all words arrive, and a paragraph or a word that does not is asked about`, async () => {
    const reading = await readSource(writers[ending](makeText(700, 9)), {
      file: `x.${ending}`,
      format,
    })
    const { text, remarks, source } = reading
    assert.ok(text)
    const asked = (own: ImportedText) =>
      askAboutLostWords(source.lines, [...keptWords(own, remarks), ...source.signs])
    assert.deepEqual(
      asked(text).map(({ text: said }) => said),
      [],
    )
    const passages = passagesOf([...text.blocks, ...text.notes.flatMap(({ blocks }) => blocks)])
    for (const [which, lost] of passages.entries()) {
      for (const words of [lost.text, /\p{L}{4,}/u.exec(lost.text)![0]]) {
        let at = 0
        const without = (blocks: ImportedText['blocks']) =>
          mapPassages(blocks, (passage) =>
            at++ === which ? { ...passage, text: passage.text.replace(words, '') } : passage,
          )
        const blocks = without(text.blocks)
        const notes = text.notes.map((note) => ({ ...note, blocks: without(note.blocks) }))
        const questions = asked({ ...text, blocks, notes })
        // A number may be the mark of a note.
        const numbers = words.match(/\b\d+\b/g)?.length ?? 0
        const number = words.match(/[\p{L}\p{N}]+/gu)!.length
        const all = questions.reduce((sum, { doubt }) => sum + doubt!, 0)
        assert.ok(
          all <= number && all >= number - numbers,
          `${words}: ${questions.map((one) => one.text).join('\n')}`,
        )
      }
    }
  })
