import assert from 'node:assert/strict'
import { test } from 'node:test'
import {
  count,
  freeze,
  FrozenAlready,
  historyOf,
  ledgerSchema,
  number,
  writeLedger,
  type Ledger,
  type Unit,
} from '../../../src/edition/ledger/index.ts'
import { otherParagraphs } from './material.ts'

const [a, b, c, d, e, f] = otherParagraphs() as [string, string, string, string, string, string]
const unit = (wording: string, mark: string | null = null): Unit => ({
  kind: 'paragraph',
  wording,
  mark,
})
const units = (...wordings: (string | Unit)[]) =>
  wordings.map((wording) => (typeof wording === 'string' ? unit(wording) : wording))

function frozen(given: Unit[], ledger: Ledger | null = null, version = '1.0'): Ledger {
  const numbering = ledger ? number(ledger, given) : count(given)
  assert.deepEqual(numbering.findings, [])
  return freeze(ledger, given, numbering, { version }).ledger
}
const first = frozen(units(a, b, c, d))
const numbersOf = (ledger: Ledger, ...wordings: (string | Unit)[]) => {
  const { numbers, findings } = number(ledger, units(...wordings))
  assert.deepEqual(findings, [])
  return numbers.join(' ')
}
const halves = (wording: string) => {
  const words = wording.split(' ')
  return [
    words.slice(0, words.length / 2).join(' '),
    words.slice(words.length / 2).join(' '),
  ] as const
}

test('numbers stay with their wording, new paragraphs get a letter', () => {
  assert.equal(numbersOf(first, a, b, c, d), '1 2 3 4')
  assert.equal(numbersOf(first, a, b, e, c, d), '1 2 2a 3 4')
  assert.equal(numbersOf(first, a, b, e, f, c, d), '1 2 2a 2b 3 4')
  assert.equal(numbersOf(first, e, a, b, c, d), '0a 1 2 3 4')
  assert.equal(numbersOf(first, a, b, c, d, e, f), '1 2 3 4 5 6')
  assert.equal(numbersOf(first, d, a, b, c), '4 1 2 3')
  assert.equal(numbersOf(first, a, c, d), '1 3 4')
})

test('case, punctuation and spaces are ignored', () => {
  assert.equal(numbersOf(first, a, b.toUpperCase().replace(/[.,]/g, ' –'), c, d), '1 2 3 4')
})

test('the first part of a split paragraph keeps the number, unless it is small', () => {
  const [begin, end] = halves(b)
  assert.equal(numbersOf(first, a, begin, end, c, d), '1 2 2a 3 4')
  const words = b.split(' ')
  const [few, rest] = [words.slice(0, 6).join(' '), words.slice(6).join(' ')]
  assert.equal(numbersOf(first, a, few, rest, c, d), '1 1a 2 3 4')
})

test('joined paragraphs keep one number; the other leads to it', () => {
  const { numbers, removed } = number(first, units(a, `${b} ${c}`, d))
  const [kept, lost] = numbers[1] === '2' ? ['2', '3'] : ['3', '2']
  assert.deepEqual(numbers, ['1', kept, '4'])
  assert.deepEqual(removed, [{ number: lost, since: null, near: kept, side: 'in' }])
})

test('a removed number leads to its former place, even after its neighbours are removed', () => {
  assert.deepEqual(number(first, units(a, c, d)).removed, [
    { number: '2', since: null, near: '1', side: 'after' },
  ])
  assert.deepEqual(number(first, units(b, c, d)).removed, [
    { number: '1', since: null, near: '2', side: 'before' },
  ])
  const second = frozen(units(a, b, d), first, '1.1')
  assert.deepEqual(number(second, units(a, d)).removed, [
    { number: '3', since: '1.1', near: '1', side: 'after' },
    { number: '2', since: null, near: '1', side: 'after' },
  ])
})

test('a removed number is not reused, but returns with its paragraph', () => {
  const second = frozen(units(a, b, c), first, '1.1')
  assert.equal(numbersOf(second, a, b, c, e), '1 2 3 5')
  assert.equal(numbersOf(second, a, b, c, d), '1 2 3 4')
  const third = frozen(units(a, b, c, d), second, '1.2')
  assert.deepEqual(third.removed, [])
  assert.deepEqual(third.paragraphs.at(-1), first.paragraphs.at(-1))
})

test('a doubtful case is reported, and a mark settles it', () => {
  const third = b.split(' ')
  const other = e.split(' ')
  // Three of four words are replaced: too little is left of paragraph 2 to be sure.
  const rewritten = third.map((word, i) => (i % 12 < 3 ? word : (other[i] ?? 'und'))).join(' ')
  const { findings } = number(first, units(a, rewritten, c, d))
  assert.deepEqual(findings, [{ unit: 1, kind: 'doubt', candidates: ['2'] }])
  assert.equal(numbersOf(first, a, unit(rewritten, '2'), c, d), '1 2 3 4')
  assert.equal(numbersOf(first, a, unit(rewritten, 'new'), c, d), '1 1a 3 4')
})

test('two copies of a changed paragraph are a doubtful case', () => {
  const changed = `${b} Dazu noch ein Satz.`
  const { findings } = number(first, units(a, changed, `Vorweg ein Satz. ${b}`, c, d))
  assert.equal(findings[0]?.kind, 'doubt')
  assert.equal(
    numbersOf(first, a, unit(changed, 'new'), `Vorweg ein Satz. ${b}`, c, d),
    '1 1a 2 3 4',
  )
})

test('identical paragraphs are distinguished by their position', () => {
  const ledger = frozen(units(a, '* * *', b, '* * *', c, '* * *', d))
  assert.equal(numbersOf(ledger, a, '* * *', b, '* * *', c, '* * *', d), '1 2 3 4 5 6 7')
  assert.equal(numbersOf(ledger, a, b, '* * *', c, '* * *', d), '1 3 4 5 6 7')
})

test('reports marks that cannot be applied', () => {
  const of = (...given: Unit[]) => number(first, units(...given, unit(c), unit(d))).findings
  assert.deepEqual(of(unit(a), unit(b), unit(e, 'zwei')), [
    { unit: 2, kind: 'mark', mark: 'zwei', reason: 'form' },
  ])
  assert.deepEqual(of(unit(a, '1'), unit(b, '1')), [
    { unit: 1, kind: 'mark', mark: '1', reason: 'twice' },
  ])
})

test('there is no letter after z', () => {
  const letters = [...'abcdefghijklmnopqrstuvwxyz']
  const many = letters.map(
    (letter) => `Ein Einschub ${letter.repeat(5)} mit Wort ${letter.repeat(7)} allein`,
  )
  assert.equal(
    numbersOf(first, a, ...many, b, c, d)
      .split(' ')
      .at(26),
    '1z',
  )
  const { findings } = number(first, units(a, ...many, e, b, c, d))
  assert.deepEqual(findings, [{ unit: 27, kind: 'letters', base: '1', next: '5' }])
  assert.equal(
    numbersOf(first, a, ...many, unit(e, '5'), b, c, d)
      .split(' ')
      .at(27),
    '5',
  )
})

test('a ledger is read back as written, and contains no words of the text', () => {
  const second = frozen(units(a, `${b} Und mehr.`, e, d), first, '2')
  const written = writeLedger(second)
  assert.deepEqual(ledgerSchema.parse(JSON.parse(written)), second)
  assert.doesNotMatch(
    written,
    new RegExp(
      b
        .split(' ')
        .filter((word) => word.length > 6)
        .join('|'),
      'i',
    ),
  )
})

test('a frozen version cannot be changed', () => {
  const same = units(a, b, c, d)
  assert.equal(freeze(first, same, number(first, same), { version: '1.0' }).ledger, first)
  const edited = units(a, `${b} Und mehr.`, c, d)
  const numbering = number(first, edited)
  assert.throws(() => freeze(first, edited, numbering, { version: '1.0' }), FrozenAlready)
  const { ledger, changes } = freeze(first, edited, numbering, { version: '1.1' })
  assert.deepEqual(changes, ['Abs. 2 is reworded'])
  assert.deepEqual(Object.keys(ledger.paragraphs[1]!.wordings), ['1.0', '1.1'])
})

test('the history lists changes since each version, even if versions are whole numbers', () => {
  const one = frozen(units(a, b, c, d), null, '2')
  const [begin, end] = halves(c)
  const two = frozen(units(a, `${b} Und mehr.`, c, d), one, '10')
  const now = units(a, `${b} Und mehr.`, begin, end, d, e)
  const wordings = now.map(({ wording }) => wording)
  assert.deepEqual(historyOf(two, number(two, now), wordings, '11'), {
    versions: ['2', '10', '11'],
    changed: { '2': ['10'], '3': ['11'] },
    added: { '3a': '11', '5': '11' },
    parts: { '3': ['3a'] },
  })
})
