/** A drawing in a PDF may have letters in it: they are none of the words of the text. */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Run } from '../../parity/pdf-runs.ts'
import { readStructure, type TaggedNode } from '../../parity/pdf-structure.ts'

const run = (words: string, y: number, size = 10): Run => ({
  words,
  page: 2,
  x: 60,
  y,
  width: 200,
  size,
  font: 'F1',
  language: null,
  isSoft: false,
  decorated: 0,
})

const content = (id: string): TaggedNode => ({ type: 'content', id })

function wordsOf(figure: TaggedNode): string[] {
  const tree = {
    role: 'Document',
    children: [{ role: 'P', children: [content('before')] }, figure],
  }
  const runs = new Map([
    ['before', [run('Ein Rad dreht sich.', 500)]],
    ['caption', [run('Das Rad, von vorn.', 300, 8)]],
    ['drawing', [run('Nabe', 400, 8), run('Speiche', 380, 8)]],
  ])
  const titlePage = { number: 1, width: 400, tree: null, runs: new Map(), targets: new Map() }
  const page = { number: 2, width: 400, tree, runs, targets: new Map() }
  return readStructure([titlePage, page], 'de').blocks.map(({ words }) => words.trim())
}

const caption: TaggedNode = { role: 'Caption', children: [content('caption')] }
const drawing: TaggedNode = { role: 'Figure', children: [content('drawing')] }

test('words in a drawing are left out, its caption is kept', () => {
  assert.deepEqual(wordsOf({ role: 'Div', children: [caption, drawing] }), [
    'Ein Rad dreht sich.',
    'Das Rad, von vorn.',
  ])
  assert.deepEqual(wordsOf({ role: 'Div', children: [drawing, caption] }), [
    'Ein Rad dreht sich.',
    'Das Rad, von vorn.',
  ])
})

test('a drawing without a caption is no passage', () => {
  assert.deepEqual(wordsOf(drawing), ['Ein Rad dreht sich.'])
})

test('a drawing within a sentence leaves the sentence', () => {
  assert.deepEqual(wordsOf({ role: 'P', children: [content('caption'), drawing] }), [
    'Ein Rad dreht sich.',
    'Das Rad, von vorn.',
  ])
})
