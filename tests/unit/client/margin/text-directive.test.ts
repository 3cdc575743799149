import assert from 'node:assert/strict'
import { test } from 'node:test'
import { findDirective, readDirectives } from '../../../../src/client/margin/text-directive.ts'

test('reads the words of text directives from an address', () => {
  const cases: Record<string, string[][]> = {
    'https://a.example/#:~:text=Zwei%20Worte': [['', 'zwei worte', '', '']],
    'https://a.example/#anm-2:~:text=davor-,Das%20Wort,das%20Ende,-danach': [
      ['davor', 'das wort', 'das ende', 'danach'],
    ],
    'https://a.example/#:~:text=ein%20%20%C3%9Cber&text=ander': [
      ['', 'ein über', '', ''],
      ['', 'ander', '', ''],
    ],
    'https://a.example/#:~:other=1&text=100%&text=E%2DMail%2C%20ja,-nein': [
      ['', 'e-mail, ja', '', 'nein'],
    ],
    'https://a.example/#:~:text=-,': [],
    'https://a.example/#anm-2': [],
  }
  for (const [address, wanted] of Object.entries(cases)) {
    const words = readDirectives(address).map((read) => [
      read.prefix,
      read.start,
      read.end,
      read.suffix,
    ])
    assert.deepEqual(words, wanted, address)
  }
})

test('finds the passage of a text directive as browsers do', () => {
  const text = 'Eins\u00a0zwei\n  drei. Zweimal zwei\nDrei vier. ÄPFEL drei fünf.'
  const found = (directive: string) => {
    const at = findDirective(text, readDirectives(`https://a.example/#:~:text=${directive}`)[0]!)
    return at && text.slice(...at)
  }
  assert.equal(found('zwei'), 'zwei')
  assert.equal(found('zwei%20drei'), 'zwei\n  drei')
  assert.equal(found('zweimal%20zwei,drei'), 'Zweimal zwei\nDrei')
  assert.equal(found('vier.-,%C3%A4pfel'), 'ÄPFEL')
  assert.equal(found('zwei,drei,-vier'), 'zwei\n  drei. Zweimal zwei\nDrei')
  assert.equal(found('drei,-f%C3%BCnf'), 'drei')
  assert.equal(found('zwe'), null)
  assert.equal(found('vier,eins'), null)
})
