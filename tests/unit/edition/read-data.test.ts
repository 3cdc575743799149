import assert from 'node:assert/strict'
import { test } from 'node:test'
import { z } from 'zod'
import { readData } from '../../../src/edition/read/read-data.ts'

const schema = z.strictObject({ list: z.array(z.strictObject({ n: z.number() })) })
const read = (source: string, path = 'x.yaml', firstLine = 1) =>
  readData(source, path, schema, 'invalid-data', firstLine)
const places = (source: string, path?: string, firstLine?: number) =>
  read(source, path, firstLine).problems.map(({ line, column }) => `${line}:${column}`)

test('valid data come with the positions of their values', () => {
  const { data, problems, at } = read('list:\n  - n: 1\n  - n: 2\n')
  assert.deepEqual(data, { list: [{ n: 1 }, { n: 2 }] })
  assert.deepEqual(problems, [])
  assert.deepEqual(at(['list', 1, 'n']), { path: 'x.yaml', line: 3, column: 8 })
})

test('a wrong value is reported at its position, a missing one at its parent', () => {
  assert.deepEqual(places('list:\n  - n: eins\n  - {}\n'), ['2:8', '3:5'])
})

test('an unknown field is reported at its name', () => {
  assert.deepEqual(places('list: []\nliste: []\n'), ['2:1'])
})

test('positions in frontmatter count the lines of the file', () => {
  assert.deepEqual(places('list:\n  - n: eins\n', 'x.md', 2), ['3:8'])
})

test('problems in JSON have positions too, although it is read by JSON.parse', () => {
  const good = read('{ "list": [{ "n": 1 }] }', 'x.json')
  assert.deepEqual(good.at(['list', 0, 'n']), { path: 'x.json', line: 1, column: 19 })
  assert.deepEqual(places('{\n  "list": [\n    { "n": "eins" }\n  ]\n}', 'x.json'), ['3:12'])
})

test('broken syntax is one problem, at its position', () => {
  assert.deepEqual(places('{\n  "list": [\n    { "n": 1 \n  ]\n}', 'x.json').length, 1)
  assert.deepEqual(places('list: [\n'), ['2:1'])
})

test('an empty file is reported as such', () => {
  const [found] = read('').problems
  assert.match(found!.message, /there is nothing in it/)
})
