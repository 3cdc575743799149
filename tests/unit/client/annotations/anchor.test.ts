import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { anchor } from '../../../../src/client/annotations/anchor/anchor.ts'
import { quoteOf as makeQuote } from '../../../../src/client/annotations/anchor/context.ts'
import { wordingsOf } from '../../../../src/client/annotations/anchor/text.ts'
import { quoteOf } from './marks.ts'

const pendulum =
  'Ein Pendel zählt nicht, es schwingt; gezählt wird erst am Zahnrad. Wer beides verwechselt, hält den Takt für die Zeit.'
const quartz = 'Im Rechner schwingt ein Quarz, und der Takt wird verteilt wie Strom.'
const hour = 'Die Stunde ist ein Handwerk, der Takt ein Gewerbe, der Quarz eine Industrie.'

const text = (...wordings: string[]) => wordingsOf(paragraphsOf(wordings))
const numbered = (...wordings: string[]) => wordingsOf(paragraphsOf(wordings), true)
const paragraphsOf = (wordings: readonly string[]) =>
  wordings.map((wording, i) => ({ id: `abs-${i + 1}`, text: wording }))
const place = (found: ReturnType<typeof anchor>, ...wordings: string[]) =>
  'start' in found
    ? [found.how, found.id, wordings[Number(found.id.slice(4)) - 1]!.slice(found.start, found.end)]
    : [found.how, 'id' in found ? found.id : null]

const cases: [
  name: string,
  words: string,
  now: [string, string, ...string[]],
  expected: (string | null)[],
  /** Where no ledger says which paragraph it is, if that is another place. */
  withoutLedger?: (string | null)[],
][] = [
  [
    'nothing has changed',
    'gezählt wird erst am Zahnrad',
    [pendulum, quartz],
    ['there', 'abs-1', 'gezählt wird erst am Zahnrad'],
  ],
  ['a short word keeps its place', 'Takt', [pendulum, quartz], ['there', 'abs-1', 'Takt']],
  [
    'words before it are new',
    'gezählt wird erst am Zahnrad',
    [`Kurz gesagt: ${pendulum}`, quartz],
    ['words', 'abs-1', 'gezählt wird erst am Zahnrad'],
  ],
  [
    'its neighbours tell a short word from another',
    'Takt',
    [`Der Takt zuerst. ${pendulum}`, quartz],
    ['words', 'abs-1', 'Takt'],
  ],
  [
    'it moved to another paragraph',
    'gezählt wird erst am Zahnrad',
    [quartz, pendulum],
    ['words', 'abs-2', 'gezählt wird erst am Zahnrad'],
  ],
  [
    'a short word moved with its neighbours',
    'Zahnrad',
    [quartz, pendulum],
    ['words', 'abs-2', 'Zahnrad'],
  ],
  [
    'a word of it was replaced',
    'Wer beides verwechselt, hält den Takt für die Zeit',
    [pendulum.replace('verwechselt', 'vermengt'), quartz],
    ['alike', 'abs-1', 'Wer beides vermengt, hält den Takt für die Zeit'],
    ['none', null],
  ],
  [
    'a word was put in',
    'Wer beides verwechselt, hält den Takt für die Zeit',
    [pendulum.replace('den Takt', 'den bloßen Takt'), quartz],
    ['alike', 'abs-1', 'Wer beides verwechselt, hält den bloßen Takt für die Zeit'],
    ['none', null],
  ],
  [
    'reworded and moved',
    'Wer beides verwechselt, hält den Takt für die Zeit',
    [quartz, pendulum.replace('verwechselt', 'vermengt')],
    ['paragraph', 'abs-1'],
    ['none', null],
  ],
  [
    'too much has changed: the paragraph',
    'Wer beides verwechselt, hält den Takt für die Zeit',
    [pendulum.replace('Wer beides verwechselt, hält den', 'So gerät mancher'), quartz],
    ['paragraph', 'abs-1'],
    ['none', null],
  ],
  [
    'a short word in new surroundings is not guessed',
    'Takt',
    [hour, quartz],
    ['paragraph', 'abs-1'],
    ['none', null],
  ],
  [
    'the words stand twice now',
    'gezählt wird erst am Zahnrad',
    [quartz, `${pendulum} ${pendulum}`],
    ['paragraph', 'abs-1'],
    ['none', null],
  ],
]

describe('anchoring a mark', () => {
  for (const [name, words, now, expected, withoutLedger = expected] of cases)
    it(name, () => {
      const mark = quoteOf('abs-1', pendulum, words)
      assert.deepEqual(place(anchor(mark, numbered(...now)), ...now), expected)
      assert.deepEqual(place(anchor(mark, text(...now)), ...now), withoutLedger)
    })

  it('finds nothing if paragraph and words are gone', () => {
    const mark = quoteOf('abs-3', hour, 'Die Stunde ist ein Handwerk')
    assert.deepEqual(anchor(mark, text(pendulum, quartz)), { how: 'none' })
  })

  it('does not look for words of a note in the text', () => {
    const mark = { ...quoteOf('abs-1', pendulum, 'gezählt wird erst am Zahnrad'), id: 'anm-1' }
    assert.deepEqual(anchor(mark, text(pendulum, quartz)), { how: 'none' })
  })
})

describe('a mark whose paragraph has gone', () => {
  const alpha =
    'Das Team Alpha berichtete, dass die neue Anlage die Laufzeit in allen Regionen um zwölf Prozent verkürzt habe.'
  const beta = alpha.replace('Alpha', 'Beta')
  const year = (number: number) =>
    `Im Jahr ${number} stieg der Absatz der Werke im ganzen Land um fünf Prozent an.`
  const before = ['Anfang.', alpha, 'Trennung.', beta]
  /** A quote as the page makes it: with what tells it from its like. */
  const marked = (id: string, words: string, wordings: readonly string[]) => {
    const text = wordings[Number(id.slice(4)) - 1]!
    const start = text.indexOf(words)
    return makeQuote({ id, start, end: start + words.length }, text, paragraphsOf(wordings))
  }
  const lost: [name: string, words: string, before: string[], now: string[]][] = [
    ['a sentence', alpha, before, ['Anfang.', 'Trennung.', beta]],
    ['a sentence, and its like has its number', alpha, before, ['Anfang.', beta, 'Trennung.']],
    [
      'a sentence, and two are like it',
      alpha,
      before,
      ['Anfang.', beta, alpha.replace('Alpha', 'Gamma')],
    ],
    ['some words', 'die neue Anlage die Laufzeit in allen', before, ['Anfang.', 'Trennung.', beta]],
    ['some words, their like has its number', 'Regionen um zwölf', before, ['Anfang.', beta]],
    ['a word', 'Anlage', before, ['Anfang.', beta, 'Trennung.']],
    ['a name', 'Team Alpha', before, ['Anfang.', 'Trennung.', beta]],
    ['a year', year(2019), ['Anfang.', year(2019), year(2020)], ['Anfang.', year(2020)]],
    [
      'a year elsewhere',
      year(2019),
      ['Anfang.', year(2019), year(2020)],
      ['Ende.', 'Neu.', year(2020)],
    ],
    ...[
      ['a number in words', alpha.replace('zwölf', 'sechs')],
      ['a „nicht“', alpha.replace('verkürzt', 'nicht verkürzt')],
      ['a „kein“', alpha.replace('die Laufzeit', 'keine Laufzeit')],
    ].map(([name, like]): [string, string, string[], string[]] => [
      `${name}, and its like has its number`,
      alpha.slice(9),
      ['Anfang.', alpha, 'Trennung.', like!],
      ['Anfang.', like!, 'Trennung.'],
    ]),
    [
      'a sentence before its like',
      year(2019),
      ['Anfang.', `Vorher. ${year(2019)} ${year(2020)} Danach.`],
      ['Anfang.', `Vorher. ${year(2020)} Danach.`],
    ],
  ]
  for (const [name, words, old, now] of lost)
    it(`is not laid on its like: ${name}`, () =>
      assert.deepEqual(anchor(marked('abs-2', words, old), text(...now)), { how: 'none' }))

  it('stays with its paragraph where the ledger knows that', () => {
    const now = numbered('Anfang.', beta, 'Trennung.')
    const found = anchor(marked('abs-2', 'Das Team Alpha berichtete, dass', before), now)
    assert.deepEqual(found, { how: 'alike', id: 'abs-2', start: 0, end: 30 })
  })

  it('follows its paragraph when the order has changed', () => {
    for (const words of [alpha, 'die neue Anlage', 'Regionen']) {
      const now = [beta, 'Trennung.', 'Anfang.', alpha]
      assert.deepEqual(place(anchor(marked('abs-2', words, before), text(...now)), ...now), [
        'words',
        'abs-4',
        words,
      ])
    }
  })

  it('stands where it stood while nothing has changed', () => {
    for (const words of [alpha, 'die neue Anlage', 'Regionen']) {
      const found = anchor(marked('abs-2', words, before), text(...before))
      assert.equal(found.how, 'there')
    }
  })

  it('forgives a corrected letter', () => {
    const now = ['Anfang.', alpha.replace('Prozent', 'Procent'), 'Trennung.', beta]
    assert.equal(anchor(marked('abs-2', alpha, before), text(...now)).how, 'alike')
  })
})
