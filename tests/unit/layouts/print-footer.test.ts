import assert from 'node:assert/strict'
import { test } from 'node:test'
import { printFooter } from '../../../src/layouts/print-footer.ts'

const content = (...words: Parameters<typeof printFooter>) =>
  /content:(.*);font/s.exec(printFooter(...words))![1]

test('the print footer has version and address, or only the address', () => {
  const address = 'https://lesen.example/texte/uhren/'
  assert.equal(content('Fassung 1.0', address), `"Fassung 1.0 · ${address}"`)
  assert.equal(content(undefined, address), `"${address}"`)
})

test('no character of a version ends the string or the style element', () => {
  assert.equal(content('1"};\\</style>\n2'), String.raw`"1\22 };\5c \3c /style>\a 2"`)
})
