import assert from 'node:assert/strict'
import { test } from 'node:test'
import { anchor } from '../../../../src/client/annotations/anchor/anchor.ts'
import { wordingsOf } from '../../../../src/client/annotations/anchor/text.ts'
import { count, freeze, number, type Unit } from '../../../../src/edition/ledger/index.ts'
import { edit, trace, wordingOf, type Traced } from '../../ledger/edits.ts'
import { otherParagraphs, ownText } from '../../ledger/material.ts'
import { random, type Random } from '../../ledger/random.ts'
import { quote } from './marks.ts'

type Word = Traced['words'][number]

const begin = ownText().map((paragraph) => trace(paragraph, paragraph.number))
const unitsOf = (text: readonly Traced[]): Unit[] =>
  text.map((paragraph) => ({ kind: paragraph.kind, wording: wordingOf(paragraph), mark: null }))
const units = unitsOf(begin)
const { ledger } = freeze(null, units, count(units), { version: '1' })
const others = otherParagraphs()

/** Whole words of a random paragraph: mostly a few, sometimes a sentence or two. */
function markWords({ below, pick }: Random) {
  const at = below(begin.length)
  const { words } = begin[at]!
  const length = Math.min(words.length, 1 + below(pick([3, 12, 40])))
  const from = below(words.length - length + 1)
  const marked = words.slice(from, from + length)
  const start = words.slice(0, from).reduce((sum, { word }) => sum + word.length + 1, 0)
  const end = start + marked.map(({ word }) => word).join(' ').length
  return {
    marked: new Set(marked),
    quote: quote(`abs-${units && at + 1}`, units[at]!.wording, start, end),
  }
}

/** The words of a paragraph that lie in a span, in part at least. */
function wordsAt(paragraph: Traced, start: number, end: number): Word[] {
  let at = 0
  return paragraph.words.filter(({ word }) => {
    const from = at
    at += word.length + 1
    return from < end && from + word.length > start
  })
}

/** Words that are left of a mark and stand together as they did. */
const isWhole = (text: readonly Traced[], marked: ReadonlySet<Word>): boolean => {
  const [first] = marked
  const paragraph = text.find(({ words }) => words.includes(first!))
  const from = paragraph?.words.indexOf(first!) ?? -1
  return [...marked].every((word, i) => paragraph?.words[from + i] === word)
}

/**
 * The measure: of the words that a mark is laid on, at least two thirds are the very words that were marked (not their
 * like: each word of the text is known through all edits). Anything less is a wrong place.
 */
test('after 200 random edits no mark is at a wrong place, and unchanged ones keep theirs', (t) => {
  const tally = {
    marks: 0,
    wrong: [] as string[],
    whole: 0,
    kept: 0,
    there: 0,
    words: 0,
    alike: 0,
    paragraph: 0,
    none: 0,
  }
  for (let seed = 1; seed <= 200; seed++) {
    const source = random(seed)
    const marks = Array.from({ length: 25 }, () => markWords(source))
    const text = [...begin]
    const pool = [...others]
    for (let left = 1 + source.below(20); left > 0; left--) edit(text, pool, source)
    const { numbers } = number(ledger, unitsOf(text))
    const now = wordingsOf(text.map((p, i) => ({ id: `abs-${numbers[i]}`, text: wordingOf(p) })))
    for (const mark of marks) {
      const found = anchor(mark.quote, now)
      tally.marks++
      tally[found.how]++
      const whole = isWhole(text, mark.marked)
      tally.whole += whole ? 1 : 0
      if (!('start' in found)) continue
      const paragraph = text[now.ids.indexOf(found.id)]!
      const laid = wordsAt(paragraph, found.start, found.end)
      const right = laid.filter((word) => mark.marked.has(word)).length
      if (right / laid.length < 2 / 3)
        tally.wrong.push(
          `${found.how}: „${mark.quote.exact}“ → „${laid.map(({ word }) => word).join(' ')}“`,
        )
      tally.kept += whole && right === mark.marked.size ? 1 : 0
    }
  }
  const { wrong, ...figures } = tally
  t.diagnostic(JSON.stringify({ ...figures, wrong: wrong.length, share: tally.kept / tally.whole }))
  assert.deepEqual(wrong, [])
  assert.ok(tally.kept / tally.whole >= 0.98, `${tally.kept} of ${tally.whole}`)
})
