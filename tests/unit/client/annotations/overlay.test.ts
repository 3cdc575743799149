import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import {
  overlay,
  type Overlay,
  type Sheet,
} from '../../../../src/client/annotations/seminar-overlay/overlay.ts'
import { colours, type Colour } from '../../../../src/client/annotations/model.ts'
import type { NotesFile } from '../../../../src/client/annotations/exchange/read-file.ts'
import { byId } from '../../../../src/client/annotations/order.ts'
import { made, wording } from './made.ts'
import { quoteOf } from './marks.ts'

const sheet = (name: string, entries: NotesFile['entries'], creator = ''): Sheet => ({
  name,
  file: { entries, creator, titles: new Map([['uhren', 'Von Uhren']]), foreign: [], isPart: false },
})
const on = (id: string, words: string, more = {}) =>
  made({ parts: [quoteOf(id, wording, words)], ...more })

function laid(sheets: Sheet[], shown: readonly Colour[] = colours): Overlay {
  const steps = overlay(sheets, new Set(shown))
  for (;;) {
    const { done, value } = steps.next()
    if (done) return value
  }
}

describe('the overlay of several readers’ notes', () => {
  const twice = on('abs-2', 'Takt')
  const over = made({
    colour: 'blau',
    parts: [quoteOf('abs-2a', wording, 'Zeit'), quoteOf('abs-10', wording, 'Takt')],
  })
  const table = laid([
    sheet('eins', [on('abs-2', 'Zahnrad', { colour: 'rot' }), twice, over], 'Anna'),
    sheet('zwei', [on('abs-2', 'Pendel'), on('anm-1', 'Zeit')]),
    sheet('eins-neu', [twice], 'Anna'),
  ])
  const [text] = table.texts

  it('treats two files with a common annotation as one person’s', () => {
    assert.deepEqual(table.people, ['Anna', 'zwei'])
  })

  it('leaves out hidden colours but counts their people', () => {
    const sheets = [
      sheet('a', [on('abs-2', 'Zahnrad', { colour: 'rot' })], 'Anna'),
      sheet('b', [on('abs-2', 'Pendel')], 'Ben'),
    ]
    const { people, texts } = laid(sheets, ['rot'])
    assert.deepEqual(people, ['Anna', 'Ben'])
    assert.deepEqual(
      texts[0]!.paragraphs.map(({ people, byColour }) => [
        people.size,
        byColour.rot,
        byColour.gelb,
      ]),
      [[1, 1, 0]],
    )
    assert.deepEqual(laid(sheets, []).texts, [])
  })

  it('numbers two people of one name', () => {
    const { people } = laid([sheet('a', [made()], 'Anna'), sheet('b', [made()], 'Anna')])
    assert.deepEqual(people, ['Anna', 'Anna (2)'])
  })

  it('sorts by paragraph and position, and counts people', () => {
    assert.equal(text!.title, 'Von Uhren')
    const found = text!.paragraphs.map(({ id, people, marks }) => [
      id,
      people.size,
      marks.map(({ annotation }) => annotation.parts[0]!.exact),
    ])
    assert.deepEqual(found, [
      ['abs-2', 2, ['Pendel', 'Zahnrad', 'Takt']],
      ['abs-2a', 1, ['Zeit']],
      ['abs-10', 1, []],
      ['anm-1', 1, ['Zeit']],
    ])
    assert.deepEqual(text!.paragraphs[0]!.byColour, { gelb: 2, gruen: 0, blau: 0, rot: 1, grau: 0 })
  })

  it('paragraphs are sorted by number, before notes', () => {
    const ids = ['anm-stern', 'abs-10', 'abs-2a', 'anm-2', 'abs-2', 'abs-2b', 'anm-10']
    assert.deepEqual(ids.sort(byId), [
      'abs-2',
      'abs-2a',
      'abs-2b',
      'abs-10',
      'anm-stern',
      'anm-2',
      'anm-10',
    ])
  })
})
