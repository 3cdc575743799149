import assert from 'node:assert/strict'
import { test } from 'node:test'
import { BREAK } from '../../../../src/client/citing/haystack.ts'
import { encode, textDirective } from '../../../../src/client/citing/text-fragment.ts'

/** The directive for the words between [ and ]. */
function directive(marked: string): string {
  const text = marked.replace('[', '').replace(']', '')
  return textDirective({ text, start: marked.indexOf('['), end: marked.indexOf(']') - 1 })
}

/** What a browser marks for a directive: the first match of whole words. */
function find(marked: string): string {
  const text = marked.replace('[', '').replace(']', '')
  const parts = directive(marked)
    .replace('text=', '')
    .split(',')
    .map((part) => ({
      words: decodeURIComponent(part.replace(/^-|-$/g, '')),
      isPrefix: part.endsWith('-'),
      isSuffix: part.startsWith('-'),
    }))
  const part = (test: (part: (typeof parts)[number]) => boolean) => parts.filter(test)[0]?.words
  const [prefix, suffix] = [part((p) => p.isPrefix), part((p) => p.isSuffix)]
  const [start, end] = parts.filter((p) => !p.isPrefix && !p.isSuffix).map(({ words }) => words)
  const source = (words: string) => words.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')
  const pattern = new RegExp(
    `${prefix ? `(?<=${source(prefix)} )` : ''}(?<![\\p{L}\\p{N}])${source(start!)}` +
      `${end ? `[^]*?${source(end)}` : ''}(?![\\p{L}\\p{N}])${suffix ? `(?= ?${source(suffix)})` : ''}`,
    'iu',
  )
  return pattern.exec(text)?.[0] ?? ''
}

test('a short passage is written out in the link', () => {
  assert.equal(directive('Die Uhr [geht nach]. Das Pendel nicht.'), 'text=geht%20nach')
})

test('a long passage is given by its first and last words', () => {
  const words = Array.from({ length: 40 }, (_, i) => `wort${i}`).join(' ')
  assert.equal(
    directive(`Vorher [${words}] nachher`),
    'text=wort0%20wort1%20wort2%20wort3,wort36%20wort37%20wort38%20wort39',
  )
})

test('a passage over several paragraphs is given by start and end', () => {
  const marked = 'Ein [Pendel schwingt.\nEine Feder] treibt es.'
  assert.equal(directive(marked), 'text=Pendel%20schwingt%2E,Eine%20Feder')
})

test('a term does not run across a call or a no-break space', () => {
  assert.equal(
    directive(`Die [Uhr geht nach.${BREAK} Das Pendel] ruht.`),
    'text=Uhr%20geht%20nach%2E,Das%20Pendel',
  )
  assert.equal(directive(`[${BREAK} Das Pendel${BREAK}]`), 'text=Das%20Pendel')
  assert.equal(directive(`Das[ ${BREAK}] Pendel`), '')
})

test('words that also occur earlier get the shortest distinguishing prefix', () => {
  const marked = 'Die alte Uhr geht nach.\nDie neue [Uhr geht] vor.'
  assert.equal(directive(marked), 'text=neue-,Uhr%20geht')
  assert.equal(find(marked), 'Uhr geht')
})

test('words without anything before them get a suffix instead', () => {
  const marked = 'Uhr geht nach.\n[Uhr geht] vor.'
  assert.equal(directive(marked), 'text=Uhr%20geht,-vor%2E')
})

test('parts of words are no matches, and half a word is extended to a whole one', () => {
  assert.equal(directive('Uhrwerke, Turmuhren und eine [Uhr].'), 'text=Uhr')
  assert.equal(directive('Eine Tur[muhr schlä]gt.'), 'text=Turmuhr%20schl%C3%A4gt')
})

test('the end of a long passage is the first match after its start', () => {
  const middle = Array.from({ length: 20 }, (_, i) => `wort${i}`).join(' ')
  const marked = `[Anfang ${middle} und so ist es eben, ${middle} und so ist es eben] Ende.`
  assert.equal(find(marked), marked.slice(1, marked.indexOf(']')))
})

test('encodes the separators of directives', () => {
  assert.equal(encode('a-b, c – d & e'), 'a%2Db%2C%20c%20%E2%80%93%20d%20%26%20e')
  assert.equal(encode(' «Uhr» (alt) '), '%C2%ABUhr%C2%BB%20%28alt%29')
})

test('every passage of generated texts is found in its place', () => {
  let state = 7
  const random = (below: number) => (state = (state * 48271) % 2147483647) % below
  const vocabulary = ['Uhr', 'Pendel', 'die', 'und', 'geht', 'Feder', 'ein', 'Rad', 'nicht', 'Zeit']
  const lost: string[] = []
  for (let round = 0; round < 300; round++) {
    const words = Array.from({ length: 120 }, () => vocabulary[random(10)]!)
    const from = random(80)
    const to = from + 8 + random(30)
    const marked = words
      .map((word, i) => `${i === from ? '[' : ''}${word}${i === to ? ']' : ''}`)
      .join(' ')
    const wanted = words.slice(from, to + 1).join(' ')
    if (find(marked) !== wanted) lost.push(marked)
  }
  assert.deepEqual(lost, [])
})
