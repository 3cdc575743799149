import assert from 'node:assert/strict'
import { test } from 'node:test'
import { wordsSought } from '../../../../src/client/margin/found-words.ts'

test('reads the words of a text directive from an address', () => {
  const cases = {
    'https://a.example/#:~:text=Zwei%20Worte': 'zwei worte',
    'https://a.example/#anm-2:~:text=davor-,Das%20Wort,das%20Ende,-danach': 'das wort',
    'https://a.example/#:~:text=ein%20%20%C3%9Cber&text=ander': 'ein über',
    'https://a.example/#:~:text=-,': '',
    'https://a.example/#:~:text=100%': '',
    'https://a.example/#anm-2': '',
  }
  for (const [address, words] of Object.entries(cases))
    assert.equal(wordsSought(address), words, address)
})
