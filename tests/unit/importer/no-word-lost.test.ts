/** The words of a source are compared with what a reader made of it, in every format. */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { mapPassages, passagesOf, type ImportedText } from '../../../src/importer/imported-text.ts'
import { keptWords } from '../../../src/importer/report/kept-words.ts'
import { askAboutLostWords } from '../../../src/importer/report/lost-words.ts'
import { askAboutMovedWords } from '../../../src/importer/report/moved-words.ts'
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

for (const [format, ending] of Object.entries(formats) as [Format, keyof typeof writers][])
  test(`${format}: nothing is moved, and a paragraph or a note that stands elsewhere is asked about`, async () => {
    const { text, source } = await readSource(writers[ending](makeText(700, 9)), {
      file: `x.${ending}`,
      format,
    })
    assert.ok(text)
    const asked = (own: ImportedText) =>
      askAboutMovedWords(source.lines, own, source.notesInOrder).map(({ text: said }) => said)
    assert.deepEqual(asked(text), [])
    const words = (blocks: ImportedText['blocks']) =>
      shown(passagesOf(blocks).map((one) => one.text))
    for (const from of text.blocks.keys())
      for (const to of [0, from + 2, text.blocks.length - 1]) {
        if (to >= text.blocks.length || Math.abs(to - from) < 2) continue
        const blocks = moved(text.blocks, from, to)
        const questions = asked({ ...text, blocks })
        // Either the block is asked about, or those that it passed, whatever is shorter.
        const [low, high] = [Math.min(from, to), Math.max(from, to)]
        const concerned = words(text.blocks.slice(low, high + 1))
        assert.ok(questions.length > 0, `block ${from} to ${to}`)
        for (const said of questions)
          assert.ok(concerned.includes(shown([/: „(.*?)(?: …)?“\.$/.exec(said)![1]!])), said)
      }
    if (source.notesInOrder)
      for (const from of text.notes.keys()) {
        const other = (from + 3) % text.notes.length
        const notes = text.notes.map((note, i) => {
          const taken = i === from ? other : i === other ? from : i
          return { ...note, blocks: text.notes[taken]!.blocks }
        })
        assert.ok(asked({ ...text, notes }).length > 0, `notes ${from} and ${other}`)
      }
  })

function moved<Item>(items: readonly Item[], from: number, to: number): Item[] {
  const others = items.toSpliced(from, 1)
  return others.toSpliced(to, 0, items[from]!)
}

const shown = (texts: readonly string[]): string =>
  texts
    .join(' ')
    .toLowerCase()
    .match(/[\p{L}\p{N}]+/gu)
    ?.join(' ') ?? ''
