import assert from 'node:assert/strict'
import { test } from 'node:test'
import { count, freeze, number, type Ledger, type Unit } from '../../../src/edition/ledger/index.ts'
import { edit, trace, wordingOf, type Traced } from './edits.ts'
import { otherParagraphs, ownText } from './material.ts'
import { random } from './random.ts'

const paragraphs = ownText()
const others = otherParagraphs()

/** Every sentence as a paragraph: the hardest case, since short paragraphs are hard to recognise. */
const sentences = paragraphs
  .flatMap(({ kind, wording }) =>
    wording.split(/(?<=[.?!]) /).map((part) => ({ kind, wording: part })),
  )
  .map((paragraph, i) => ({ ...paragraph, number: String(i + 1) }))

interface Tally {
  /** Numbers whose words are still in the text. */
  alive: number
  kept: number
  /** Numbers joined to another paragraph, which lead there. */
  led: number
  /** Numbers in doubt, for which the build fails. */
  asked: number
  wrong: string[]
}

const nothing = (): Tally => ({ alive: 0, kept: 0, led: 0, asked: 0, wrong: [] })

const unitsOf = (text: readonly Traced[]): Unit[] =>
  text.map((paragraph) => ({ kind: paragraph.kind, wording: wordingOf(paragraph), mark: null }))

function judge(ledger: Ledger, text: readonly Traced[], tally: Tally) {
  const numbering = number(ledger, unitsOf(text))
  const { numbers, fresh, removed, findings } = numbering
  const asked = new Set(findings.map(({ unit }) => unit))
  tally.asked += asked.size
  const holders = new Map<string, number[]>()
  for (const [unit, { words }] of text.entries())
    for (const of of new Set(words.map((word) => word.of)))
      if (of !== null) holders.set(of, [...(holders.get(of) ?? []), unit])
  for (const [unit, given] of numbers.entries())
    if (!asked.has(unit) && !fresh.has(unit) && !holders.get(given)?.includes(unit))
      tally.wrong.push(`${given}: ${wordingOf(text[unit]!)}`)
  for (const { number: old } of ledger.paragraphs) {
    const places = holders.get(old)
    if (!places) continue
    tally.alive++
    const unit = numbers.indexOf(old)
    if (unit >= 0 && !asked.has(unit)) tally.kept++
    const way = removed.find((place) => place.number === old)
    if (way?.side === 'in' && places.includes(numbers.indexOf(way.near))) tally.led++
  }
  return numbering
}

/** Many texts, each with 1 to `most` edits since its freeze. */
function apart(material: typeof sentences, runs: number, most: number): Tally {
  const tally = nothing()
  const begin = material.map((paragraph) => trace(paragraph, paragraph.number))
  const units = unitsOf(begin)
  const { ledger } = freeze(null, units, count(units), { version: '1' })
  for (let seed = 1; seed <= runs; seed++) {
    const source = random(seed)
    const text = [...begin]
    const pool = [...others]
    for (let left = 1 + source.below(most); left > 0; left--) edit(text, pool, source)
    judge(ledger, text, tally)
  }
  return tally
}

/** One text with `edits` edits, frozen after every `step` of them. */
function inARow(edits: number, step: number, seed: number): Tally {
  const tally = nothing()
  const source = random(seed)
  const pool = [...others]
  let text: Traced[] = paragraphs.map((paragraph) => trace(paragraph, paragraph.number))
  let units = unitsOf(text)
  let { ledger } = freeze(null, units, count(units), { version: '0' })
  for (let done = 0; done < edits; done += step) {
    for (let i = 0; i < step; i++) edit(text, pool, source)
    const numbering = judge(ledger, text, tally)
    // Doubtful cases are settled with the true number, as an editor would do.
    const asked = new Set(numbering.findings.map(({ unit }) => unit))
    if (asked.size > 0) text = text.filter((_, unit) => !asked.has(unit))
    units = unitsOf(text)
    const settled = asked.size > 0 ? number(ledger, units) : numbering
    ledger = freeze(ledger, units, settled, { version: String(done + step) }).ledger
    text = text.map((paragraph, unit) =>
      trace({ ...paragraph, wording: wordingOf(paragraph) }, settled.numbers[unit]!),
    )
    assert.equal(
      new Set([...ledger.paragraphs, ...ledger.removed].map((entry) => entry.number)).size,
      ledger.paragraphs.length + ledger.removed.length,
    )
  }
  return tally
}

const share = (part: number, whole: number) => Number((part / whole).toFixed(4))
const report = ({ wrong, ...tally }: Tally) =>
  JSON.stringify({ ...tally, wrong: wrong.length, share: share(tally.kept, tally.alive) })

const cases: [string, () => Tally][] = [
  ['200 texts with up to 20 edits each', () => apart(paragraphs, 200, 20)],
  ['one text with 200 edits, frozen after each', () => inARow(200, 1, 4711)],
  ['one text with 200 edits, frozen after every tenth', () => inARow(200, 10, 815)],
  ['60 texts of single sentences with up to 60 edits each', () => apart(sentences, 60, 60)],
]
for (const [name, run] of cases)
  test(`no number moves to a wrong paragraph, 95 % are kept: ${name}`, (t) => {
    const tally = run()
    t.diagnostic(report(tally))
    assert.deepEqual(tally.wrong, [])
    assert.ok(tally.kept / tally.alive >= 0.95, report(tally))
    assert.ok((tally.kept + tally.led + tally.asked) / tally.alive >= 0.995, report(tally))
  })
