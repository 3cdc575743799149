/** Formulas of all formats, which become TeX between dollars. */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { strToU8, zipSync } from 'fflate'
import {
  accentsAbove,
  accentsBelow,
  functionNames,
  large,
  letters,
  longArrows,
  operators,
  plain,
  relations,
  shapes,
} from '../../../src/importer/readers/formulas/tex-signs.ts'
import { start } from '../../../src/importer/import-position.ts'
import { markLanguages } from '../../../src/importer/apparatus/mark-languages.ts'
import { askAboutLostWords } from '../../../src/importer/report/lost-words.ts'
import { keptWords } from '../../../src/importer/report/kept-words.ts'
import { parseMarkdown } from '../../../src/markdown/parse.ts'
import { readTex } from '../../../src/markdown/tex.ts'
import { makeDocx, paragraph, run } from './made-docx.ts'
import { makeOdt } from './made-odt.ts'
import { markdownOf, readSource } from './read-source.ts'

const page = (body: string, head = '') =>
  `<!DOCTYPE html><html lang="de"><head><meta charset="utf-8">${head}</head><body><h1>Probe</h1>${body}</body></html>`
const math = (inner: string, attributes = '') =>
  `<math xmlns="http://www.w3.org/1998/Math/MathML" ${attributes}>${inner}</math>`
const withTex = (inner: string, tex: string) =>
  math(
    `<semantics><mrow>${inner}</mrow><annotation encoding="application/x-tex">${tex}</annotation></semantics>`,
  )

const fromHtml = (body: string, head = '') =>
  readSource(page(body, head), { file: 'seite.html', format: 'html' })

type Made = Awaited<ReturnType<typeof readSource>>

/** The Markdown, after a look that no word of the source is missing. */
function written(reading: Made): string {
  const kept = [...keptWords(reading.text!, reading.remarks), ...reading.source.signs]
  assert.deepEqual(
    askAboutLostWords(reading.source.lines, kept).map(({ text }) => text),
    [],
  )
  return markdownOf(reading)
}

const asked = ({ remarks }: Made) =>
  remarks.flatMap(({ question, text }) => (question && /Formel/.test(text) ? [text] : []))

test('every sign has a command that the edition knows', () => {
  const accents = [...accentsAbove.values(), ...accentsBelow.values()]
  const commands = [
    ...[letters, large, relations, operators, plain].flatMap((signs) => [...signs.values()]),
    ...[...functionNames].map((name) => `\\${name}`),
    ...accents.flatMap(({ short, long }) => [`${short}{x}`, `${long}{x}`]),
    ...[...longArrows.values()].map((command) => `${command}{x}`),
    ...[...shapes.values()].map((command) => `\\${command}{x}`),
  ]
  const wrong = commands.filter((tex) => tex && readTex(tex, false).fault !== null)
  assert.deepEqual(wrong, [])
})

const mathml: readonly (readonly [string, string])[] = [
  ['<mi>E</mi><mo>=</mo><mi>m</mi><msup><mi>c</mi><mn>2</mn></msup>', 'E = mc^2'],
  ['<mfrac><mi>a</mi><mrow><mi>b</mi><mo>+</mo><mi>c</mi></mrow></mfrac>', '\\frac{a}{b + c}'],
  ['<msqrt><mi>x</mi></msqrt><mroot><mi>y</mi><mn>3</mn></mroot>', '\\sqrt{x}\\sqrt[3]{y}'],
  ['<msubsup><mi>x</mi><mi>i</mi><mn>10</mn></msubsup>', 'x_i^{10}'],
  [
    '<munderover><mo>∑</mo><mrow><mi>i</mi><mo>=</mo><mn>1</mn></mrow><mi>n</mi></munderover><msub><mi>a</mi><mi>i</mi></msub>',
    '\\sum_{i=1}^n a_i',
  ],
  [
    '<msubsup><mo>∫</mo><mn>0</mn><mi>∞</mi></msubsup><mi>f</mi><mo>(</mo><mi>x</mi><mo>)</mo><mspace width="0.167em"/><mi>d</mi><mi>x</mi>',
    '\\int_0^\\infty f(x)\\, dx',
  ],
  [
    '<munder><mi>lim</mi><mrow><mi>n</mi><mo>→</mo><mi>∞</mi></mrow></munder><mi>sin</mi><mo>\u2061</mo><mi>α</mi>',
    '\\lim_{n\\rightarrow\\infty}\\sin\\alpha',
  ],
  [
    '<mrow><mo>(</mo><mfrac><mi>a</mi><mi>b</mi></mfrac><mo>)</mo></mrow>',
    '\\left( \\frac{a}{b} \\right)',
  ],
  ['<mfenced open="[" close="]"><mi>a</mi><mi>b</mi></mfenced>', '[a, b]'],
  [
    '<mrow><mo>(</mo><mtable><mtr><mtd><mn>1</mn></mtd><mtd><mn>0</mn></mtd></mtr><mtr><mtd><mn>0</mn></mtd><mtd><mn>1</mn></mtd></mtr></mtable><mo>)</mo></mrow>',
    '\\begin{pmatrix} 1 & 0 \\\\ 0 & 1 \\end{pmatrix}',
  ],
  [
    '<mrow><mo>{</mo><mtable><mtr><mtd><mn>1</mn></mtd><mtd><mtext>sonst</mtext></mtd></mtr></mtable></mrow>',
    '\\begin{cases} 1 & \\text{sonst} \\end{cases}',
  ],
  [
    '<mover><mi>x</mi><mo>ˆ</mo></mover><mo>,</mo><mover><mi>v</mi><mo>→</mo></mover><mo>,</mo><mover><mrow><mi>A</mi><mi>B</mi></mrow><mo>¯</mo></mover>',
    '\\hat{x}, \\vec{v}, \\overline{AB}',
  ],
  ['<mover><mi>o</mi><mo>˙</mo></mover>', '\\dot{o}'],
  ['<mi>f</mi><msup><mi>x</mi><mo>′</mo></msup>', "fx'"],
  ['<mi mathvariant="double-struck">R</mi><mo>∋</mo><mi>𝐱</mi>', '\\mathbb{R} \\ni \\mathbf{x}'],
  ['<mrow><mo>|</mo><mi>x</mi><mo>|</mo></mrow>', '\\vert x\\vert'],
  ['<mi>a</mi><mi>b</mi><mi>c</mi><mi>d</mi>', 'a b c d'],
  ['<mi>Kraft</mi>', '\\mathrm{Kraft}'],
  ['<mtext>für alle </mtext><mi>x</mi>', '\\text{für alle }x'],
  ['<mo>−</mo><mi>x</mi><mo>&lt;</mo><mn>1,5</mn>', '-x < 1{,}5'],
  ['<mmultiscripts><mi>C</mi><mprescripts/><mn>6</mn><mn>14</mn></mmultiscripts>', '{}_6^{14}C'],
]

test('MathML becomes TeX, with a question at its place', async () => {
  for (const [inner, tex] of mathml) {
    const reading = await fromHtml(`<p>Vorn ${math(inner)} hinten.</p>`)
    assert.equal(written(reading), `Vorn $${tex}$ hinten.`)
    assert.equal(asked(reading).length, 1)
  }
})

test('TeX beside a formula comes first, unless it lacks something', async () => {
  const whole = await fromHtml(`<p>Es ist ${withTex('<mi>a</mi>', '{\\displaystyle a}')} so.</p>`)
  assert.equal(written(whole), 'Es ist $a$ so.')
  assert.deepEqual(asked(whole), [])
  const half = await fromHtml(`<p>Es ist ${withTex('<mi>a</mi><mi>b</mi>', 'a')} so.</p>`)
  assert.equal(written(half), 'Es ist $ab$ so.')
  const wrong = await fromHtml(`<p>Es ist ${withTex('<mi>a</mi>', '\\frac{a')} so.</p>`)
  assert.equal(written(wrong), 'Es ist $a$ so.')
})

test('what is not understood stays as words, and is asked about', async () => {
  const reading = await fromHtml(
    `<p>Es ist ${math('<mstack><mn>12</mn></mstack><msup><mi>x</mi><mn>3</mn></msup>')} so.</p>`,
  )
  assert.equal(written(reading), 'Es ist 12x<sup>3</sup> so.')
  assert.match(asked(reading).join(), /nicht verstanden \(„mstack“\)/)
})

test('what programs leave in pages', async () => {
  const presentation = '<msup><mi>x</mi><mn>2</mn></msup>'
  const shown = '<span class="mord">x</span><span class="msupsub"><span>2</span></span>'
  const pages: readonly (readonly [string, string, string?])[] = [
    [
      `<span class="katex"><span class="katex-mathml">${withTex(presentation, 'x^2')}</span><span class="katex-html" aria-hidden="true">${shown}</span></span>`,
      '$x^2$',
    ],
    [
      `<span class="MathJax_Preview"></span><span class="MathJax" id="MathJax-Element-1-Frame">${shown}<span class="MJX_Assistive_MathML">${math(presentation)}</span></span><script type="math/tex">x^2</script>`,
      '$x^2$',
    ],
    [
      `<mjx-container class="MathJax" display="true"><mjx-math></mjx-math><mjx-assistive-mml>${math(presentation, 'display="block"')}</mjx-assistive-mml></mjx-container>`,
      '$$x^2$$',
    ],
    [
      `<span class="mwe-math-element"><span style="display: none">${withTex(presentation, '{\\displaystyle x^{2}}')}</span><img src="https://example.org/x.svg" class="mwe-math-fallback-image-inline" alt="{\\displaystyle x^{2}}"></span>`,
      '$x^{2}$',
    ],
    [
      '<img class="latex" src="https://example.org/latex.php?latex=x" alt="\\sqrt{x}">',
      '$\\sqrt{x}$',
    ],
    ['\\(x^2\\)', '$x^2$'],
    ['<span class="math inline">$x\n\\cdot 2$</span>', '$x \\cdot 2$'],
    ['$x^2$', '$x^2$', '<script src="https://example.org/mathjax.js"></script>'],
    ['$x^2$', '\\$x^2$'],
  ]
  for (const [body, expected, head] of pages)
    assert.equal(
      written(await fromHtml(`<p>Vorn ${body} hinten.</p>`, head)),
      `Vorn ${expected} hinten.`,
    )
})

const omml = (inner: string) => `<m:oMath>${inner}</m:oMath>`
const r = (text: string, properties = '') =>
  `<m:r>${properties && `<m:rPr>${properties}</m:rPr>`}<m:t>${text}</m:t></m:r>`
const e = (inner: string) => `<m:e>${inner}</m:e>`

const wordFormulas: readonly (readonly [string, string])[] = [
  [r('E=m') + `<m:sSup>${e(r('c'))}<m:sup>${r('2')}</m:sup></m:sSup>`, 'E = mc^2'],
  [`<m:f><m:num>${r('a+b')}</m:num><m:den>${r('2')}</m:den></m:f>`, '\\frac{a + b}{2}'],
  [`<m:rad><m:radPr><m:degHide m:val="1"/></m:radPr><m:deg/>${e(r('x'))}</m:rad>`, '\\sqrt{x}'],
  [`<m:rad><m:deg>${r('3')}</m:deg>${e(r('x'))}</m:rad>`, '\\sqrt[3]{x}'],
  [
    `<m:nary><m:naryPr><m:chr m:val="∑"/></m:naryPr><m:sub>${r('i=1')}</m:sub><m:sup>${r('n')}</m:sup>${e(r('i'))}</m:nary>`,
    '\\sum_{i=1}^n i',
  ],
  [`<m:nary><m:sub>${r('0')}</m:sub><m:sup>${r('1')}</m:sup>${e(r('x'))}</m:nary>`, '\\int_0^1 x'],
  [
    `<m:d><m:dPr><m:begChr m:val="{"/><m:endChr m:val=""/></m:dPr>${e(`<m:eqArr>${e(r('1&amp;,x'))}${e(r('0&amp;,y'))}</m:eqArr>`)}</m:d>`,
    '\\begin{cases} 1 & , x \\\\ 0 & , y \\end{cases}',
  ],
  [
    `<m:m><m:mr>${e(r('1'))}${e(r('0'))}</m:mr><m:mr>${e(r('0'))}${e(r('1'))}</m:mr></m:m>`,
    '\\begin{matrix} 1 & 0 \\\\ 0 & 1 \\end{matrix}',
  ],
  [`<m:acc>${e(r('x'))}</m:acc>`, '\\hat{x}'],
  [`<m:bar><m:barPr><m:pos m:val="top"/></m:barPr>${e(r('AB'))}</m:bar>`, '\\overline{AB}'],
  [
    `<m:func><m:fName>${r('sin', '<m:sty m:val="p"/>')}</m:fName>${e(r('α'))}</m:func>`,
    '\\sin\\alpha',
  ],
  [
    `<m:func><m:fName><m:limLow>${e(r('lim', '<m:sty m:val="p"/>'))}<m:lim>${r('n→∞')}</m:lim></m:limLow></m:fName>${e(r('a'))}</m:func>`,
    '\\lim_{n\\rightarrow\\infty}a',
  ],
  [r('für alle ', '<m:nor/>') + r('x'), '\\text{für alle }x'],
  [`<m:sSubSup>${e(r('x'))}<m:sub>${r('i')}</m:sub><m:sup>${r('k')}</m:sup></m:sSubSup>`, 'x_i^k'],
  [r('R', '<m:scr m:val="double-struck"/>'), '\\mathbb{R}'],
]

test('formulas of Word become TeX; one alone in its paragraph is displayed', async () => {
  for (const [inner, tex] of wordFormulas) {
    const body = paragraph(run('Vorn ') + omml(inner) + run(' hinten.'))
    const reading = await readSource(makeDocx({ body }), { file: 'x.docx', format: 'docx' })
    assert.equal(written(reading), `Vorn $${tex}$ hinten.`)
    assert.equal(asked(reading).length, 1)
  }
  const lines = `<m:oMathPara>${omml(r('a=b'))}${omml(r('c=d'))}</m:oMathPara>`
  const reading = await readSource(
    makeDocx({ body: paragraph(run('Es gilt')) + paragraph(lines) }),
    {
      file: 'x.docx',
      format: 'docx',
    },
  )
  assert.equal(
    written(reading),
    'Es gilt\n\n$$\\begin{gathered} a = b \\\\ c = d \\end{gathered}$$',
  )
})

test('formulas in fields of Word become TeX, of those that show nothing', async () => {
  const cases: [string, string][] = [
    ['\\f(1;2)', '\\frac{1}{2}'],
    ['\\f(a,b)', '\\frac{a}{b}'],
    ['\\r(3;x)', '\\sqrt[3]{x}'],
    ['\\R(;x)', '\\sqrt{x}'],
    ['x\\s\\up5(2)', 'x^2'],
    ['x\\s\\do5(3)', 'x_3'],
    ['\\i \\su(i=1;n;i)', '\\sum_{i=1}^n i'],
    ['\\i(0;1;f(x)dx)', '\\int_0^1 f(x)dx'],
    ['\\b\\bc\\[(\\f(a;b))', '\\left[ \\frac{a}{b} \\right]'],
    ['\\o(a;b)\\d\\fo10()', 'ab'],
    ['y = \\f(\\r(;x);\\f(1;3))', 'y = \\frac{\\sqrt{x}}{\\frac{1}{3}}'],
  ]
  const mark = (type: string) => `<w:r><w:fldChar w:fldCharType="${type}"/></w:r>`
  const code = (words: string) => `<w:r><w:instrText> EQ ${words} </w:instrText></w:r>`
  const read = (field: string) => {
    const body = paragraph(run('Es gilt ') + field + run(' hier.'))
    return readSource(makeDocx({ body }), { file: 'x.docx', format: 'docx' })
  }
  for (const [words, tex] of cases) {
    const shown = mark('begin') + code(words) + mark('separate') + mark('end')
    assert.equal(written(await read(shown)), `Es gilt $${tex}$ hier.`)
    const bare = mark('begin') + code(words) + mark('end')
    assert.equal(written(await read(bare)), `Es gilt $${tex}$ hier.`)
  }
  const open = await read(mark('begin') + code('\\f(1;2') + mark('end'))
  assert.match(written(open), /^Es gilt EQ .*f\(1;2 hier\.$/)
  assert.match(asked(open).join(), /nicht verstanden/)
  const result = mark('begin') + code('\\f(1;2)') + mark('separate') + run('1/2') + mark('end')
  assert.equal(written(await read(result)), 'Es gilt 1/2 hier.')
})

test('the TeX of a formula is of no language', () => {
  const words = 'Zeile a\\degree Ende'
  const content = {
    text: words,
    positions: [{ index: 0, at: start }],
    points: [],
    marks: [{ kind: 'formula' as const, display: false, from: 6, to: 14 }],
  }
  const { remarks } = markLanguages([{ kind: 'paragraph', content }])
  assert.deepEqual(remarks, [])
})

test('formulas of LibreOffice, TEI, EPUB and Markdown', async () => {
  const object = (inner: string) => ({ 'Object 1/content.xml': math(inner, 'display="block"') })
  const frame = '<draw:frame><draw:object xlink:href="./Object 1"/></draw:frame>'
  const power = '<msup><mi>x</mi><mn>2</mn></msup>'
  const odt = await readSource(
    makeOdt({
      text: `<text:p>Vorn ${frame} hinten.</text:p><text:p>${frame}</text:p>`,
      parts: object(power),
    }),
    { file: 'x.odt', format: 'odt' },
  )
  assert.equal(written(odt), 'Vorn $x^2$ hinten.\n\n$$x^2$$')
  const tei = (inner: string) =>
    `<TEI xmlns="http://www.tei-c.org/ns/1.0"><teiHeader/><text><body><p>Vorn ${inner} hinten.</p></body></text></TEI>`
  for (const inner of [
    `<formula notation="MathML">${math(power)}</formula>`,
    '<formula notation="TeX">x^2</formula>',
    '<formula>\\(x^2\\)</formula>',
  ])
    assert.equal(
      written(await readSource(tei(inner), { file: 'x.xml', format: 'tei' })),
      'Vorn $x^2$ hinten.',
    )
  const epub = zipSync({
    mimetype: strToU8('application/epub+zip'),
    'META-INF/container.xml': strToU8(
      '<container><rootfiles><rootfile full-path="p.opf"/></rootfiles></container>',
    ),
    'p.opf': strToU8(
      '<package><manifest><item id="a" href="a.xhtml" media-type="application/xhtml+xml"/></manifest><spine><itemref idref="a"/></spine></package>',
    ),
    'a.xhtml': strToU8(
      `<html xmlns="http://www.w3.org/1999/xhtml" xmlns:m="http://www.w3.org/1998/Math/MathML"><body><p>Vorn <m:math><m:msup><m:mi>x</m:mi><m:mn>2</m:mn></m:msup></m:math> hinten.</p></body></html>`,
    ),
  })
  assert.equal(
    written(await readSource(epub, { file: 'x.epub', format: 'epub' })),
    'Vorn $x^2$ hinten.',
  )
  const markdown = '# T\n\nVorn $x^2$ kostet $5 und $7.\n\n$$\n\\frac{a}{b}\n$$\n'
  assert.equal(
    written(await readSource(markdown, { file: 'x.md', format: 'markdown' })),
    'Vorn $x^2$ kostet \\$5 und $7.\n\n$$\\frac{a}{b}$$',
  )
})

test('a formula at a letter, a digit or another formula is one', async () => {
  const n = math('<mi>n</mi>')
  const reading = await fromHtml(`<p>Das ${n}te Glied, 2${n}${n}, ${n}-te Zahl.</p>`)
  const markdown = written(reading)
  assert.equal(markdown.replaceAll('\u2060', '~'), 'Das $n$~te Glied, 2~$n$~$n$, $n$-te Zahl.')
  const [first] = parseMarkdown(markdown).children
  const kinds = first?.type === 'paragraph' ? first.children.map(({ type }) => type) : []
  assert.equal(kinds.filter((kind) => kind === 'formula').length, 4)
})
