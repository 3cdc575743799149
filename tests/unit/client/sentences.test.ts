import assert from 'node:assert/strict'
import { test } from 'node:test'
import { sentencesOf } from '../../../src/client/reading-aloud/sentences.ts'

const cut = (text: string, language = 'de') =>
  sentencesOf(text, language).map(({ start, end }) => text.slice(start, end))

test('a text is cut into its sentences, without the spaces between them', () => {
  assert.deepEqual(cut(' Die Uhr geht vor. Geht sie?  Ja! '), [
    'Die Uhr geht vor.',
    'Geht sie?',
    'Ja!',
  ])
  assert.deepEqual(cut('Ohne Punkt am Ende'), ['Ohne Punkt am Ende'])
  assert.deepEqual(cut('  '), [])
})

for (const whole of [
  'Am 20. Januar schlug sie zwölf, z. B. Mittag.',
  'Nach Anm. 3 und Abs. 14 zählt W. Räderlein die Zähne.',
  'Im 19. Jahrhundert gab es u. a. Taschenuhren.',
  'Das sagt Dr. Pendel (vgl. Kap. 2) auch.',
])
  test(`no sentence ends within „${whole}“`, () => assert.deepEqual(cut(whole), [whole]))

test('a number at the end of a sentence ends it', () => {
  assert.deepEqual(cut('Gebaut wurde sie 1904. Seither geht sie. Es sind 50. Mehr nicht.'), [
    'Gebaut wurde sie 1904.',
    'Seither geht sie.',
    'Es sind 50.',
    'Mehr nicht.',
  ])
})

test('quotations keep their marks, colons end no sentence', () => {
  assert.deepEqual(cut('Sie sagt: «Es ist spät.» Dann geht sie.'), [
    'Sie sagt: «Es ist spät.»',
    'Dann geht sie.',
  ])
})
