import assert from 'node:assert/strict'
import { test } from 'node:test'
import { importScan } from './import-scan.ts'
import { ImportError } from '../../../src/importer/problems.ts'
import { makeScan, type Looks } from './made-scan.ts'
import { lotteryFrom } from './random.ts'

const raised = (number: number) => [...String(number)].map((digit) => '⁰¹²³⁴⁵⁶⁷⁸⁹'[+digit]).join('')
const marks: Record<string, Looks['mark']> = {
  superscripts: raised,
  carets: (number) => `^${number}^`,
  brackets: (number) => `[${number}]`,
}
const options = { file: 'scan.txt', slug: 'scan', rights: 'unknown', bibliography: [] }

for (const [name, mark] of Object.entries(marks))
  for (const between of ['nothing', 'numbers', 'heads', 'form feeds'] as const)
    for (const wrapped of [false, true])
      test(`${name}, ${between} between pages, ${wrapped ? 'wrapped' : 'long'} lines`, () => {
        for (let seed = 1; seed <= 3; seed += 1) {
          const made = makeScan(lotteryFrom(seed), { mark, between, wrapped })
          const { text } = importScan(Buffer.from(made.scan), { ...options, firstPage: 50 })
          const body = text.replace(/^---\n.*?\n---\n/s, '').trim()
          assert.equal(body.replace(/\[\]\(page:\d+\)/g, ''), made.markdown)
          const pages = [...body.matchAll(/\(page:(\d+)\)/g)].map(([, page]) => Number(page))
          assert.deepEqual(
            pages,
            Array.from({ length: made.pages }, (_, i) => 50 + i),
          )
        }
      })

const signs =
  'Wort haus * ** _ __ [ ] ( ) < > « » ‹ › ` ~ ~~ ! # - + 1. 2) | \\ &amp; & $ $x^2$ : = === --- https://a.example/b_c www.b.example a.example/c [t](https://x.example/y) x@y.example @k [@k] ^ { } " \' … – *kursiv* «the big one» Leser*innen \\* \\[ % 😀 é <br> <!-- [^1] ; ? http:// // mailto:a@b.example term:x ](work:x)'.split(
    ' ',
  )

test('any characters of a scan are kept in Markdown, or nothing is imported', () => {
  const { between, chance, oneOf } = lotteryFrom(11)
  const babble = () =>
    Array.from({ length: between(3, 16) }, () => oneOf(signs) + (chance(0.6) ? ' ' : '')).join('')
  let refused = 0
  for (let run = 0; run < 300; run += 1) {
    const scan = `ANNA BERG\n\nDER WEG\n\nEs geht los, und so viel ist sicher.¹ ${babble()}\n\nDann ${babble()} und Schluss.²\n\n¹ Vgl. ${babble()}\n\n² Auch ${babble()}\n`
    try {
      // Parses its own Markdown and throws not-lossless if a word is lost.
      importScan(Buffer.from(scan), { ...options, firstPage: null })
    } catch (error) {
      assert.ok(error instanceof ImportError, String(error))
      assert.deepEqual(new Set(error.found.map(({ name }) => name)), new Set(['not-lossless']))
      refused += 1
    }
  }
  assert.ok(refused <= 3, `${refused} of 300 refused`)
})
