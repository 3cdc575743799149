import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { anchor } from '../../../../src/client/annotations/anchor/anchor.ts'
import { wordingsOf } from '../../../../src/client/annotations/anchor/text.ts'
import { quoteOf } from './marks.ts'

const pendulum =
  'Ein Pendel zählt nicht, es schwingt; gezählt wird erst am Zahnrad. Wer beides verwechselt, hält den Takt für die Zeit.'
const quartz = 'Im Rechner schwingt ein Quarz, und der Takt wird verteilt wie Strom.'
const hour = 'Die Stunde ist ein Handwerk, der Takt ein Gewerbe, der Quarz eine Industrie.'

const text = (...wordings: string[]) =>
  wordingsOf(wordings.map((wording, i) => ({ id: `abs-${i + 1}`, text: wording })))
const place = (found: ReturnType<typeof anchor>, ...wordings: string[]) =>
  'start' in found
    ? [found.how, found.id, wordings[Number(found.id.slice(4)) - 1]!.slice(found.start, found.end)]
    : [found.how, 'id' in found ? found.id : null]

const cases: [
  name: string,
  words: string,
  now: [string, string, ...string[]],
  expected: (string | null)[],
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
  ],
  [
    'a word was put in',
    'Wer beides verwechselt, hält den Takt für die Zeit',
    [pendulum.replace('den Takt', 'den bloßen Takt'), quartz],
    ['alike', 'abs-1', 'Wer beides verwechselt, hält den bloßen Takt für die Zeit'],
  ],
  [
    'reworded and moved',
    'Wer beides verwechselt, hält den Takt für die Zeit',
    [quartz, pendulum.replace('verwechselt', 'vermengt')],
    ['alike', 'abs-2', 'Wer beides vermengt, hält den Takt für die Zeit'],
  ],
  [
    'too much has changed: the paragraph',
    'Wer beides verwechselt, hält den Takt für die Zeit',
    [pendulum.replace('Wer beides verwechselt, hält den', 'So gerät mancher'), quartz],
    ['paragraph', 'abs-1'],
  ],
  [
    'a short word in new surroundings is not guessed',
    'Takt',
    [hour, quartz],
    ['paragraph', 'abs-1'],
  ],
  [
    'the words stand twice now',
    'gezählt wird erst am Zahnrad',
    [quartz, `${pendulum} ${pendulum}`],
    ['paragraph', 'abs-1'],
  ],
]

describe('anchoring a mark', () => {
  for (const [name, words, now, expected] of cases)
    it(name, () => {
      const found = anchor(quoteOf('abs-1', pendulum, words), text(...now))
      assert.deepEqual(place(found, ...now), expected)
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
