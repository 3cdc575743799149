import assert from 'node:assert/strict'
import { test } from 'node:test'
import { footOfPaper } from '../../../src/layouts/foot-of-paper.ts'

const content = (...words: Parameters<typeof footOfPaper>) =>
  /content:(.*);font/s.exec(footOfPaper(...words))![1]

test('the foot of the paper tells version and address, or the address alone', () => {
  const address = 'https://lesen.example/texte/uhren/'
  assert.equal(content('Fassung 1.0', address), `"Fassung 1.0 · ${address}"`)
  assert.equal(content(undefined, address), `"${address}"`)
})

test('no sign of a version ends the string or the style', () => {
  assert.equal(content('1"};\\</style>\n2'), String.raw`"1\22 };\5c \3c /style>\a 2"`)
})
