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

const words = z.strictObject({ a: z.string(), b: z.number().optional() })
const found = (source: string, path = 'x.yaml') => {
  const { data, problems } = readData(source, path, words)
  return data ?? problems.map(({ line, column, message }) => `${line}:${column} ${message}`).join()
}

test('signs by which YAML would lose words are reported where they stand', () => {
  const signs = {
    'a: *Essay*': /^1:4 .*“\*” before a word/,
    'b: 1\na: &Co und andere': /^2:4 .*“&Co”/,
    'a: !Achtung hier': /^1:4 .*“!Achtung”/,
    'a: !!str hier': /^1:4 .*“!!str”/,
    'a: C # und Java': /^1:6 .*comment/,
    'a: #1 der Liste': /^1:4 .*comment/,
    'a: x # eins\nb: 1': /^1:6 .*comment/,
    'a: "C:\\neu"': /^1:7 .*“\\n”/,
    '%YAML 1.1\n---\na: yes': /^1:1 .*“%”/,
    'a: x\n...\nb: 2': /^3:1 .*ends the data/,
    'a: x\na: y': /^2:1 .*twice/,
    'a:\n\tx': /^2:1 .*tab/,
    'a: @x': /^1:4 .*quotation marks/,
    'a: > Zitat': /^1:6 .*words stand behind “>”/,
    'a: |- Zitat': /^1:7 .*words stand behind “>” or “\|”/,
    'a: - Strich': /^1:4 .*“- ” needs quotation marks/,
    'a: [Entwurf] eins': /^1:14 .*words stand behind a closing/,
    'a: "Er" sagt': /^1:9 .*words stand behind a closing/,
    'a: 1984': /^1:4 .*text in quotation marks/,
  }
  for (const [source, message] of Object.entries(signs))
    assert.match(String(found(source)), message)
  assert.match(String(found(`a: x\nc: ${'['.repeat(9000)}`)), /^2:44 .*too deep/)
  assert.match(String(found(`a: x\n${'- '.repeat(9000)}`)), /^2:81 .*too deep/)
})

test('the same signs are words in quotation marks, in blocks and on lines of their own', () => {
  assert.deepEqual(found('# own line\na: "*Essay* & \\"Co\\" # !x"\n  # another\nb: 1'), {
    a: '*Essay* & "Co" # !x',
    b: 1,
  })
  assert.deepEqual(found("a: 'C:\\neu'"), { a: 'C:\\neu' })
  assert.deepEqual(found('a: >-\n  C # und *Java* &Co\n'), { a: 'C # und *Java* &Co' })
  assert.deepEqual(found('a: R&D, C#, 5*3, Ach!'), { a: 'R&D, C#, 5*3, Ach!' })
})

test('a number is kept as it is written where JavaScript would write another', () => {
  const either = z.strictObject({ version: z.union([z.string(), z.number()]) })
  const version = (written: string) =>
    readData(`version: ${written}`, 'x.yaml', either).data?.version
  assert.deepEqual(['1.10', '1.0', '007', '1.5', '2'].map(version), ['1.10', '1.0', '007', 1.5, 2])
})

test('a file that is to be JSON is no other YAML, and loses no field that stands twice', () => {
  const faults = {
    '{"a": "x", "a": "y"}': /^1:12 .*“a” stands there twice/,
    '{"a": "x", "\\u0061": "y"}': /^1:12 .*twice/,
    '{"a": "x",}': /^1:11 .*no JSON/,
    '{"a": *x*}': /^1:7 .*no JSON/,
    "{'a': 'x'}": /^1:2 .*no JSON/,
    '{"a": "x"}\n# y': /^2:1 .*no JSON/,
    '// y\n{"a": "x"}': /^1:1 .*no JSON/,
    '': /^1:1 .*no JSON/,
  }
  for (const [source, message] of Object.entries(faults))
    assert.match(String(found(source, 'x.json')), message)
  assert.match(String(found(`{"a": ${'['.repeat(9000)}`, 'x.json')), /no JSON/)
  assert.match(
    String(found(`{"c": ${'['.repeat(90)}${']'.repeat(90)}}`, 'x.json')),
    /^1:46 .*too deep/,
  )
  assert.deepEqual(found('\ufeff{"a": "x: {\\"a\\": 1}"}', 'x.json'), { a: 'x: {"a": 1}' })
})

test('letters whose marks stand behind them are composed, in escapes too', () => {
  assert.deepEqual(found('a: u\u0308ber Ω'), { a: 'über Ω' })
  assert.deepEqual(found('{"a": "u\\u0308ber"}', 'x.json'), { a: 'über' })
})
