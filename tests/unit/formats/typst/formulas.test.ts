import assert from 'node:assert/strict'
import { test } from 'node:test'
import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs'
import { build } from '../../../../src/edition/build.ts'
import { compilePdf } from '../../../../src/formats/typst/compile.ts'
import { formula } from '../../../../src/formats/typst/formula.ts'
import { readTex } from '../../../../src/markdown/tex.ts'
import { richText, smallEdition } from '../../../fixture-edition.ts'

/** TeX → what stands between the dollars of Typst. */
const cases: Record<string, string> = {
  'E = mc^2': 'E \\= m attach(scripts(c), t: "2")',
  'x_i^2': 'attach(scripts(x), b: i, t: "2")',
  '\\frac{a}{b}': 'frac(a, b)',
  '\\sqrt[3]{x}': 'root("3", x)',
  '\\sin x': 'op("sin") #h(0.1667em) x',
  '(a, b)': 'class("opening", \\() a \\, b class("closing", \\))',
  '\\left( \\frac{1}{2} \\right)': 'lr(\\( frac("1", "2") \\))',
  '\\vec{v} + \\hat{x}': 'arrow(v) \\+ hat(x)',
  '\\overline{ab}': 'overline(a b)',
  '\\underbrace{x}_{n}': 'attach(limits(underbrace(x)), b: n)',
  '\\mathrm{d}x': 'upright(d) x',
  '\\text{für „alle“ } x': '#text(font: body-font, "für „alle“ ")x',
  'g \\approx 9{,}81\\ \\mathrm{m}': 'g \\≈"9,81"#text(font: body-font, " ")upright(m)',
  '\\#\\$\\_': '\\# \\$ \\_',
  '\\binom{n}{k}': 'lr(\\( vec(delim: #none, n, k) \\))',
  '\\begin{aligned} a &= b \\end{aligned}':
    '#formula-table((right,left,), 0.28em, $display(a)$, $display(\\= b)$)',
}

for (const [tex, typst] of Object.entries(cases))
  test(`${tex} is ${typst} in Typst`, () => {
    const written = formula(readTex(tex, false).mathml!, tex, false)
    const [, inside] = /, \$([^]*)\$\)$/.exec(written)!
    assert.equal(inside, typst)
  })

/** Signs, accents, brackets and tables; each is set, or Typst stops. */
const more = [
  String.raw`\alpha\beta\Gamma \mathbb{R} \mathcal{L} \mathfrak{g} \boldsymbol{x} \mathsf{A}`,
  String.raw`\sum_{i=1}^n i \prod \int_0^1 \oint \bigcup_{i} \lim_{n\to\infty} a_n \max_x f`,
  String.raw`\dot x \ddot x \bar x \tilde x \check x \breve x \acute x \grave x \widehat{xyz}`,
  String.raw`\lVert x \rVert \lfloor y \rfloor \langle z \rangle \left| a \right| \left\{ b \right.`,
  String.raw`a \xrightarrow{f} b \overset{!}{=} c \stackrel{?}{=} d \underset{x}{e}`,
  String.raw`\begin{pmatrix} 1 & 2 \\ 3 & 4 \end{pmatrix} \begin{cases} 1 & x > 0 \\ 0 \end{cases}`,
  String.raw`\begin{array}{l|r} a & b \\ \hline c & d \end{array} \substack{a \\ b}`,
  String.raw`\overbrace{a}^{n} \boxed{y} \cancel{x} \phantom{xx} \quad \! \, \; x' y'' \prime`,
  String.raw`\neg A \land B \lor C \implies D \iff \forall x \exists y \in \emptyset \subseteq \mathbb{N}`,
  String.raw`10\,000{,}5\,\% \pm 3^\circ \cdots \ldots \vdots \tag{1}`,
]

test('every formula is set, with its TeX for those who have the PDF read aloud', async () => {
  const all = [...Object.keys(cases), ...more]
  const words = all.map(
    (tex) => `Es gilt $${tex.replace(/\\tag\{1\}/, '')}$ und\n$$${tex}$$\nhier.`,
  )
  const head = '---\ntitle: Formeln\nauthor: Niemand\nrights: { status: open }\n---\n\n'
  const sources = { ...smallEdition(), 'content/texts/formeln.md': head + words.join('\n\n') }
  const { edition, problems } = build(sources, 'local')
  assert.ok(edition, problems.map(({ message }) => message).join('\n'))
  const text = edition.texts.find(({ slug }) => slug === 'formeln')!
  const around = {
    ...{ edition: 'Probe', address: 'https://edition.example/', reference: 'Probe' },
    ...{ terms: [], works: new Map(), bibliography: [], figure: () => null },
    absolute: (url: string) => url,
  }
  const made = await compilePdf(text, around, { paper: 'a5', size: 10 })
  assert.ok('pdf' in made, 'fault' in made ? made.fault : '')
  const pdf = await getDocument({ data: new Uint8Array(made.pdf), verbosity: 0 }).promise
  const said: string[] = []
  interface Node {
    role?: string
    alt?: string
    children?: Node[]
  }
  const walk = ({ role, alt, children = [] }: Node): void => {
    if (role === 'Formula') said.push(alt ?? '')
    children.forEach(walk)
  }
  for (let page = 1; page <= pdf.numPages; page += 1)
    walk((await (await pdf.getPage(page)).getStructTree()) as Node)
  for (const tex of all) assert.ok(said.includes(tex), tex)
})

test('verse, drama, boxes and captions are set on every paper, a break at the end of a page as well', async () => {
  const { edition } = build({ ...smallEdition(), ...richText() }, 'local')
  const text = edition!.texts.find(({ slug }) => slug === 'formeln')!
  const around = {
    ...{ edition: 'Probe', address: 'https://edition.example/', reference: 'Probe' },
    ...{ terms: edition!.terms, works: new Map(), bibliography: [], figure: () => null },
    absolute: (url: string) => url,
  }
  for (const paper of ['a5', 'b5', 'a4'] as const)
    for (const size of [9, 9.5, 10, 10.5, 11, 11.5, 12]) {
      const made = await compilePdf(text, around, { paper, size })
      assert.ok('pdf' in made, `${paper}, ${size}: ${'fault' in made ? made.fault : ''}`)
    }
})
