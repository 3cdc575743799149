import assert from 'node:assert/strict'
import { test } from 'node:test'
import { setSpaces } from '../../../../src/formats/german/spaces.ts'
import { contextToHtml } from '../../../../src/formats/html/index.ts'

/** A narrow no-break space is shown as `_`, a no-break space as `~`. */
const shown = (words: string) =>
  setSpaces(words).replaceAll('\u202f', '_').replaceAll('\u00a0', '~')

test('sets no-break spaces', () => {
  const cases = {
    'z. B. und d. h., u. a. m.': 'z._B. und d._h., u._a._m.',
    'i. d. R.': 'i._d._R.',
    'S. 7, Bd. 54, Nr. 3, Abs. 14, Anm. 2': 'S._7, Bd._54, Nr._3, Abs._14, Anm._2',
    'S. 370 ff.': 'S._370_ff.',
    '5,6 Mio. und 3 Mrd.': '5,6_Mio. und 3_Mrd.',
    '17 Prozent, 4 %': '17~Prozent, 4~%',
    'am 5. Januar 2025': 'am 5.~Januar 2025',
    'M. Beatrice Fazi': 'M.~Beatrice Fazi',
    'so – oder so': 'so~– oder so',
  }
  for (const [words, set] of Object.entries(cases)) assert.equal(shown(words), set)
})

test('leaves other spaces unchanged', () => {
  for (const words of ['Es gab 7 Tage.', 'Satzende. Und weiter.', 'ein – Wort', 'drei Millionen'])
    assert.equal(setSpaces(words).replaceAll('\u00a0–', ' –'), words)
})

test('changes nothing but spaces, one for one', () => {
  const words = 'Vgl. z. B. S. 7 f., am 1. Mai mit 3 % – so M. Muster.'
  assert.equal(setSpaces(words).replace(/[\u00a0\u202f]/g, ' '), words)
  assert.equal(setSpaces(setSpaces(words)), setSpaces(words))
})

test('ellipses of shortened contexts do not break from the word beside them', () => {
  const html = contextToHtml(['… in der ', 'Uhr', ' geht … es um den …'])
  assert.equal(
    html.replaceAll(/\u00a0|&nbsp;|&#xA0;/g, '~'),
    '…~in der <mark>Uhr</mark> geht … es um den~…',
  )
})
