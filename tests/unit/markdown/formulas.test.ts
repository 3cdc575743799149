import assert from 'node:assert/strict'
import { test } from 'node:test'
import { visit } from 'unist-util-visit'
import { parseMarkdown } from '../../../src/markdown/parse.ts'
import { writeMarkdown } from '../../../src/markdown/write.ts'

/** The formulas of a text; those on lines of their own with two dollars. */
function formulasIn(source: string): string[] {
  const found: string[] = []
  visit(parseMarkdown(source), 'formula', ({ value, display }) => {
    found.push(display ? `$$${value}$$` : value)
  })
  return found
}

const formulas: Record<string, string[]> = {
  'Es gilt $E = mc^2$.': ['E = mc^2'],
  'Das $n$-te und „$m$“, ($k$)': ['n', 'm', 'k'],
  '$[0,1]$ und $-1$, $|x|$, $\\alpha$, ${a}$': ['[0,1]', '-1', '|x|', '\\alpha', '{a}'],
  '*kursiv $a*b$ kursiv*': ['a*b'],
  'Mit $a\\$b$ und $f_1$ oder $[x](y)$': ['a\\$b', 'f_1', '[x](y)'],
  'Auf zwei\nZeilen $a\n= b$.': ['a\n= b'],
  'Als Zeile $$ x $$ im Satz': ['$$x$$'],
  '$$\na\n- b\n$$': ['$$a\n- b$$'],
  '- $$\n  a\n  $$': ['$$a$$'],
  '> $$\n> a\n> = b\n> $$\n>\n> $c$': ['$$a\n= b$$', 'c'],
  '| a | b |\n| - | - |\n| $x$ | $y_1$ |': ['x', 'y_1'],
}
for (const [source, expected] of Object.entries(formulas))
  test(`formulas of ${JSON.stringify(source)}`, () => {
    assert.deepEqual(formulasIn(source), expected)
    assert.deepEqual(formulasIn(writeMarkdown(parseMarkdown(source))), expected)
  })

const words = [
  'Es kostet $5 und $10.',
  'Von $5–$10, ($5/$10), „$5, $7“ und $5.',
  '5 $ und 7 $ oder 5$ und 7$',
  'US$ 3, A$ 4, US$5 und CA$10',
  '\\$x\\$ und \\$5 für 3\\$',
  'Ke$ha und A$AP',
  '`$x$` und <https://example.org/$a$b>',
  '    $x$',
  '$$\na\n\nb\n$$',
  '$ x $ und $x $',
]
for (const source of words)
  test(`no formula in ${JSON.stringify(source)}`, () => {
    assert.deepEqual(formulasIn(source), [])
    assert.deepEqual(formulasIn(writeMarkdown(parseMarkdown(source))), [])
  })
