import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { namesIn } from '../../../../src/client/annotations/colours.ts'
import { colours } from '../../../../src/client/annotations/model.ts'
import { matches } from '../../../../src/client/annotations/page/filter.ts'
import { sayCount } from '../../../../src/client/annotations/text/tabs.ts'
import { around, made } from './made.ts'

const note = made({ body: 'Die Mühlen mahlen groß', colour: 'rot' })
const finds = (query: string, shown: readonly (typeof colours)[number][] = colours) =>
  matches(note, { query, colours: new Set(shown) }, around.colourNames)

describe('the search in the notes', () => {
  it('finds words of the note, of the text, of the place, of the colour', () => {
    for (const query of ['', 'muhlen', 'MÜHLEN gross', 'zahnrad', 'abs. 2', 'S. 104', 'einwand'])
      assert.ok(finds(query), query)
    assert.ok(!finds('mühlen wasser'))
  })

  it('leaves out colours that are not wanted', () => {
    assert.ok(finds('', ['rot', 'blau']))
    assert.ok(!finds('', ['gelb']))
  })
})

describe('names of colours', () => {
  it('are the reader’s, or the default', () => {
    assert.equal(namesIn(JSON.parse('{"gelb":"Merken","__proto__":{"rot":"x"}}')).gelb, 'Merken')
    for (const value of [null, { gelb: '' }, { gelb: 7 }, []])
      assert.equal(namesIn(value).gelb, 'wichtig')
  })
})

it('the label of a paragraph counts notes and marks', () => {
  assert.equal(sayCount([note, made(), made()], 'abs-2a'), '1 Notiz, 2 Markierungen zu Absatz 2a')
  assert.equal(sayCount([made()], 'anm-3'), '1 Markierung zu Anmerkung 3')
})
