import assert from 'node:assert/strict'
import { test } from 'node:test'
import {
  emptyDraft,
  draftIn,
  identified,
  readNumbers,
  type Draft,
} from '../../../../src/client/assignment/form/draft.ts'
import { firstWords, type TextOutline } from '../../../../src/client/assignment/form/outline.ts'
import { validate } from '../../../../src/client/assignment/form/validate.ts'
import { fileName } from '../../../../src/client/assignment/file-name.ts'
import { pickPassage, readSessionLink } from '../../../../src/client/assignment/session.ts'

const clocks: TextOutline = {
  slug: 'von-uhren',
  version: '1.1',
  paragraphs: ['1', '2', '2a', '4', '5'].map((number) => ({ number, words: 'Es tickt.' })),
  sections: [],
}
const draft: Draft = {
  ...emptyDraft,
  ...{ text: 'von-uhren', from: 'Abs. 2', to: '4', title: ' Takte ', glossen: 'alle' },
  questions: [
    { at: '', text: ' ' },
    { at: '4, 2a', text: 'Was zählt? ' },
  ],
}
const mistakes = (changes: Partial<Draft>) => validate({ ...draft, ...changes }, clocks).mistakes

test('a valid form becomes an assignment', () => {
  assert.deepEqual(validate(draft, clocks).assignment, {
    ...{ title: 'Takte', date: '', aim: '', task: '', text: 'von-uhren', version: '1.1' },
    ...{ from: '2', to: '4', glossen: 'alle', anmerkungen: '' },
    questions: [{ at: ['4', '2a'], text: 'Was zählt?' }],
  })
  assert.equal(validate({ ...draft, from: '4', to: '' }, clocks).mistakes?.['at-1'], outside)
  assert.equal(mistakes({ to: '', questions: [] }), null)
})
test('questions are put in the order of the text, those about all of it last', () => {
  const questions = [
    { at: '', text: 'Was fehlt?' },
    { at: '4', text: 'Und dann?' },
    { at: '4, 2', text: 'Was zählt?' },
    { at: '2a', text: 'Und wer?' },
  ]
  assert.deepEqual(
    validate({ ...draft, questions }, clocks).assignment!.questions.map(({ text }) => text),
    ['Was zählt?', 'Und wer?', 'Und dann?', 'Was fehlt?'],
  )
})

test('what is handed out has a name that stays when it is handed out again', () => {
  const named = identified(draft)
  assert.deepEqual(identified(named), named)
  const { assignment } = validate({ ...named, due: '2026-11-30' }, clocks)
  assert.equal(assignment!.id, named.id)
  assert.equal(assignment!.due, '2026-11-30')
  assert.deepEqual(
    assignment!.questions.map(({ key }) => key),
    [named.questions[1]!.key],
  )
  assert.deepEqual(draftIn(JSON.parse(JSON.stringify(named))), named)
  assert.match(mistakes({ due: '2026-13-01' })!['due']!, /Tag/)
})

const outside = 'Absatz 2a gehört nicht zur Lektüre (4).'

test('every mistake is reported for its field', () => {
  assert.match(validate(draft, null).mistakes!['text']!, /Wählen/)
  assert.match(mistakes({ title: '' })!['title']!, /Titel/)
  assert.match(mistakes({ title: 'x'.repeat(201) })!['title']!, /Höchstens 200/)
  assert.match(mistakes({ date: '2026-02-30' })!['date']!, /Tag/)
  assert.match(mistakes({ task: 'x'.repeat(4001) })!['task']!, /Höchstens 4000/)
  assert.match(mistakes({ from: '' })!['from']!, /beginnt/)
  assert.match(mistakes({ from: '3' })!['from']!, /letzte ist Absatz 5/)
  assert.match(mistakes({ from: '2, 4' })!['from']!, /gibt es nicht/)
  assert.match(mistakes({ from: '5', to: '1' })!['to']!, /steht vor Absatz 5/)
  const asked = (at: string, text: string) => mistakes({ questions: [{ at, text }] })
  assert.match(asked('2', '')!['question-0']!, /fehlt/)
  assert.match(asked('vorn', 'Wo?')!['at-0']!, /Nummern/)
  assert.match(asked('5', 'Wo?')!['at-0']!, /nicht zur Lektüre \(2–4\)/)
})

test('more questions or paragraphs than a link holds are a mistake that says so', () => {
  const many = (count: number) => Array.from({ length: count }, () => ({ at: '2', text: 'Wo?' }))
  assert.equal(mistakes({ questions: many(40) }), null)
  assert.match(
    mistakes({ questions: many(400) })!['question-40']!,
    /Höchstens 40 Fragen; es sind 400/,
  )
  assert.equal(draftIn({ ...draft, questions: many(400) }).questions.length, 400)

  const numbers = Array.from({ length: 30 }, (_, i) => String(i + 1))
  const long = { ...clocks, paragraphs: numbers.map((number) => ({ number, words: 'Es tickt.' })) }
  const asked = (at: string) =>
    validate({ ...draft, from: '1', to: '30', questions: [{ at, text: 'Wo?' }] }, long).mistakes
  assert.equal(asked('1–20'), null)
  assert.equal(asked(`1–20, ${numbers.slice(0, 20).join(', ')}`), null)
  assert.match(asked('1–21')!['at-0']!, /Höchstens 20 Absätze; es sind 21/)
})

test('paragraph numbers are read as people write them', () => {
  assert.deepEqual(readNumbers(' Abs. 14, 16a und 17;14 '), ['14', '16a', '17'])
  assert.deepEqual(readNumbers('Absätze 2 3'), ['2', '3'])
  assert.deepEqual(readNumbers('11-12, Abs. 14 bis 15', ['11', '11a', '12', '14', '15']), [
    ...['11', '11a', '12', '14', '15'],
  ])
  assert.equal(readNumbers('12–11', ['11', '12']), null)
  assert.deepEqual(readNumbers(''), [])
  for (const words of ['14–16', 'S. 4', '-1', 'x']) assert.equal(readNumbers(words), null, words)
})

test('a damaged draft is read as far as possible', () => {
  assert.deepEqual(draftIn(draft), draft)
  for (const value of [null, '', [], 7, { questions: 7 }])
    assert.deepEqual(draftIn(value), emptyDraft, JSON.stringify(value))
  const { questions, title } = draftIn({ title: 7, questions: [null, { at: 1, text: 'Wer?' }] })
  assert.equal(title, '')
  assert.deepEqual(questions, [
    { at: '', text: '' },
    { at: '', text: 'Wer?' },
  ])
})

test('first words are cut between words', () => {
  assert.equal(firstWords('Es tickt.'), 'Es tickt.')
  assert.equal(firstWords('Es tickt, aber niemand hört zu.', 12), 'Es tickt …')
})

test('file names contain plain letters only', () => {
  assert.equal(fileName('Zählen & Schwingen: «Größe»'), 'zaehlen-schwingen-groesse')
  assert.equal(fileName('時計'), 'aufgabe')
})

test('a link to a session names it and one of its passages', () => {
  assert.deepEqual(readSessionLink('?sitzung=takte'), { session: 'takte', nth: 1 })
  assert.deepEqual(readSessionLink('?lektuere=2&sitzung=takte'), { session: 'takte', nth: 2 })
  for (const search of [
    '',
    '?sitzung=',
    '?sitzung=../x',
    '?sitzung=a&lektuere=0',
    '?sitzung=a&lektuere=x',
  ])
    assert.equal(readSessionLink(search), null, search)
})

test('only valid assignments of a session are opened', () => {
  const { assignment } = validate(draft, clocks)
  assert.equal(pickPassage([null, assignment], 2), assignment)
  for (const data of [null, {}, [], [null], [{ from: '1' }], 'x'])
    assert.equal(pickPassage(data, 1), null)
})
