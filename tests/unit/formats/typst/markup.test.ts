import assert from 'node:assert/strict'
import { test } from 'node:test'
import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs'
import { build } from '../../../../src/edition/build.ts'
import { compilePdf } from '../../../../src/formats/typst/compile.ts'
import { richText, smallEdition } from '../../../fixture-edition.ts'

interface Words {
  page: number
  text: string
  x: number
  y: number
  end: number
}

const { edition } = build({ ...smallEdition(), ...richText() }, 'local')
const text = edition!.texts.find(({ slug }) => slug === 'formeln')!
const around = {
  ...{ edition: 'Probe', address: 'https://edition.example/', reference: 'Probe' },
  ...{ terms: edition!.terms, works: new Map(), bibliography: [], figure: () => null },
  absolute: (url: string) => url,
}

async function wordsOn(paper: 'a5' | 'b5' | 'a4'): Promise<{ words: Words[]; width: number }> {
  const made = await compilePdf(text, around, { paper, size: 10.5 })
  assert.ok('pdf' in made, 'fault' in made ? made.fault : '')
  const pdf = await getDocument({ data: new Uint8Array(made.pdf), verbosity: 0 }).promise
  const words: Words[] = []
  let width = 0
  for (let number = 1; number <= pdf.numPages; number += 1) {
    const page = await pdf.getPage(number)
    width = page.view[2]!
    for (const item of (await page.getTextContent()).items)
      if ('str' in item && item.str.trim()) {
        const [, , , , x, y] = item.transform as number[]
        words.push({ page: number, text: item.str, x: x!, y: y!, end: x! + item.width })
      }
  }
  return { words, width }
}

for (const paper of ['a5', 'b5', 'a4'] as const) {
  const set = wordsOn(paper)
  const found = async (start: RegExp) => (await set).words.find(({ text }) => start.test(text))!

  test(`on ${paper} nothing runs off the page, long formulas included`, async () => {
    const { words, width } = await set
    for (const { text, x, end } of words) assert.ok(x > 10 && end < width - 10, text)
  })

  test(`on ${paper} a long verse hangs, and its number is beside its first row`, async () => {
    const { words } = await set
    const first = await found(/^die fünfte/)
    const below = words.filter(({ page, y, x }) => page === first.page && y < first.y - 2 && x > 60)
    const second = below.reduce((near, one) => (one.y > near.y ? one : near))
    assert.ok(second.x > first.x + 8, `${second.text} at ${second.x}, ${first.x}`)
    const number = words.find(
      ({ text, page, y }) => text === '5' && page === first.page && Math.abs(y - first.y) < 4,
    )
    assert.ok(number && number.x > first.end, 'the number is not beside it')
  })

  test(`on ${paper} no word of a table is parted`, async () => {
    for (const word of ['Prozent', 'Aluminium', 'Geschwindigkeit', 'Entwicklung', 'Bemerkung'])
      assert.ok(await found(new RegExp(`^${word}$`)), word)
  })

  test(`on ${paper} a speech hangs from its name, and what goes on is further in`, async () => {
    const name = await found(/^Es geht nicht nach/)
    const goesOn = await found(/^Noch ein Absatz von ihr/)
    assert.ok(name && goesOn)
    const lines = (await set).words.filter(({ page, y }) => page === name.page && y === name.y)
    const left = Math.min(...lines.filter(({ x }) => x > 45).map(({ x }) => x))
    assert.ok(goesOn.x > left + 6, `${goesOn.x}, ${left}`)
  })
}
