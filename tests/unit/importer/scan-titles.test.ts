/** Titles of acts, scenes and numbered sections in plain text. */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { markdownOf, readSource } from './read-source.ts'

const head = 'Der Keller\n\nNora Feldmann\n\n'
const read = async (text: string) => {
  const reading = await readSource(head + text, { file: 'keller.txt' })
  return { head: reading.text?.head, markdown: markdownOf(reading) }
}

test('the first act behind a title is no subtitle', async () => {
  const found = await read(
    'ERSTER AKT\n\nERSTE SZENE\n\nWIRT (am Fass): Das Fass ist leer.\n\nGAST: So hol ein neues![1]\n\n[1] Im Druck: neus.\n',
  )
  assert.equal(found.head?.subtitle, null)
  assert.deepEqual(found.markdown.match(/^#.*$/gm), ['## ERSTER AKT', '### ERSTE SZENE'])
})

test('numbered sections with a full stop are headings, sentences with such a sign are none', async () => {
  const long = 'Im Keller lag Kohle, und an der Wand stand ein Regal mit alten Gläsern.'
  const found = await read(
    `§ 1. Die Treppe.\n\n${long}[1]\n\n§ 2 Das Regal.\n\n${long}\n\n§ 3 Der Wirt zahlt, was er schuldet.\n\n${long}\n\n[1] Mündlich.\n`,
  )
  assert.deepEqual(found.markdown.match(/^#.*$/gm), ['## § 1. Die Treppe.', '## § 2 Das Regal.'])
})
