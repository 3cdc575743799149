/** Characters of formulas and the commands of TeX for them. */

const table = (rows: string): ReadonlyMap<string, string> =>
  new Map(
    rows
      .trim()
      .split(/\s+/)
      .map((row): [string, string] => [[...row][0]!, `\\${[...row].slice(1).join('')}`]),
  )

export const letters = table(`
αalpha βbeta γgamma δdelta εvarepsilon ϵepsilon ζzeta ηeta θtheta ϑvartheta ιiota κkappa λlambda μmu µmu νnu ξxi πpi
ϖvarpi ρrho ϱvarrho σsigma ςvarsigma τtau υupsilon φvarphi ϕphi χchi ψpsi ωomega
ΓGamma ΔDelta ΘTheta ΛLambda ΞXi ΠPi ΣSigma ΥUpsilon ΦPhi ΨPsi ΩOmega
ℓell ℏhbar ħhbar ℜRe ℑIm ℵaleph ıimath ȷjmath ∂partial ∇nabla ∞infty ∅emptyset ∀forall ∃exists ∄nexists ¬neg ⊤top ∠angle
△triangle □square ◇Diamond …ldots ⋯cdots ⋮vdots ⋱ddots °degree
`)

/** Signs with limits above and below. */
export const large = table(`
∑sum ∏prod ∐coprod ∫int ∬iint ∭iiint ∮oint ⋃bigcup ⋂bigcap ⋁bigvee ⋀bigwedge ⨁bigoplus ⨂bigotimes ⨀bigodot ⨆bigsqcup
`)

export const relations = table(`
≠neq ≤leq ≥geq ⩽leqslant ⩾geqslant ≪ll ≫gg ≡equiv ≈approx ≅cong ∼sim ≃simeq ∝propto ≐doteq ≜triangleq ∈in ∉notin ∋ni
⊂subset ⊃supset ⊆subseteq ⊇supseteq ⊊subsetneq ⊏sqsubset ⊑sqsubseteq →rightarrow ←leftarrow ↔leftrightarrow
⇒Rightarrow ⇐Leftarrow ⇔Leftrightarrow ⟶longrightarrow ⟵longleftarrow ⟹Longrightarrow ⟸Longleftarrow ⟺iff ↦mapsto
⟼longmapsto ↪hookrightarrow ↑uparrow ↓downarrow ↗nearrow ↘searrow ⇌rightleftharpoons ⊢vdash ⊣dashv ⊨models ∣mid ∤nmid
∥parallel ∦nparallel ⊥perp ≺prec ≻succ ⪯preceq ⪰succeq ≲lesssim ≳gtrsim ⊳vartriangleright
`)

export const operators = table(`
±pm ∓mp ×times ÷div ·cdot ⋅cdot ∙bullet ∘circ ⊕oplus ⊖ominus ⊗otimes ⊙odot ∪cup ∩cap ∖setminus ∧wedge ∨vee ⊎uplus
⊔sqcup ⊓sqcap ⋆star †dagger ‡ddagger ∴therefore ∵because
`)

/** Written as other characters. */
export const plain: ReadonlyMap<string, string> = new Map([
  ['−', '-'],
  ['‐', '-'],
  ['∗', '*'],
  ['∶', ':'],
  ['≔', ':='],
  ['%', '\\%'],
  ['&', '\\&'],
  ['#', '\\#'],
  ['$', '\\$'],
  ['_', '\\_'],
  ['{', '\\{'],
  ['}', '\\}'],
  ['\\', '\\backslash'],
  ['~', '\\sim'],
  ['^', '\\hat{}'],
  ['|', '\\vert'],
  ['‖', '\\Vert'],
  ['⟨', '\\langle'],
  ['⟩', '\\rangle'],
  ['〈', '\\langle'],
  ['〉', '\\rangle'],
  ['⌈', '\\lceil'],
  ['⌉', '\\rceil'],
  ['⌊', '\\lfloor'],
  ['⌋', '\\rfloor'],
  ['‴', "'''"],
  ['″', "''"],
  ['′', "'"],
  // Invisible: function application, times, separator, plus; zero width.
  ...[...'\u2061\u2062\u2063\u2064\u200B\u2060\uFEFF'].map((sign): [string, string] => [sign, '']),
])

export const opening: ReadonlySet<string> = new Set('([{⟨〈⌈⌊|‖')
export const closing: ReadonlySet<string> = new Set(')]}⟩〉⌉⌋|‖')

/** With a command of the same name. */
export const functionNames: ReadonlySet<string> = new Set(
  (
    'arccos arcsin arctan arg cos cosh cot coth csc deg det dim exp gcd hom inf ker lg lim liminf limsup ln log max min ' +
    'Pr sec sin sinh sup tan tanh'
  ).split(' '),
)

/** Their limits stand below. */
export const limitNames: ReadonlySet<string> = new Set(
  'det gcd inf lim liminf limsup max min Pr sup'.split(' '),
)

export interface Accent {
  short: string
  /** Over more than a letter. */
  long: string
}

const accent = (short: string, long = short): Accent => ({ short: `\\${short}`, long: `\\${long}` })

export const accentsAbove: ReadonlyMap<string, Accent> = new Map(
  (
    [
      ['^ˆ\u0302', accent('hat', 'widehat')],
      ['~˜\u0303∼', accent('tilde', 'widetilde')],
      ['¯‾―\u0304\u0305ˉ-−_', accent('bar', 'overline')],
      ['→⃗⟶⇀', accent('vec', 'overrightarrow')],
      ['←⃖', accent('overleftarrow')],
      ['˙\u0307.', accent('dot')],
      ['¨\u0308', accent('ddot')],
      ['⃛', accent('dddot')],
      ['ˇ\u030C', accent('check', 'widecheck')],
      ['˘\u0306', accent('breve')],
      ['´\u0301', accent('acute')],
      ['`\u0300', accent('grave')],
      ['˚\u030A', accent('mathring')],
      ['⏞︷', accent('overbrace')],
    ] as const
  ).flatMap(([signs, own]) => [...signs].map((sign): [string, Accent] => [sign, own])),
)

export const accentsBelow: ReadonlyMap<string, Accent> = new Map(
  (
    [
      ['_̲\u0332¯‾-−', accent('underline')],
      ['⏟︸', accent('underbrace')],
    ] as const
  ).flatMap(([signs, own]) => [...signs].map((sign): [string, Accent] => [sign, own])),
)

/** Arrows that grow with what stands above and below them. */
export const longArrows: ReadonlyMap<string, string> = new Map([
  ['→', '\\xrightarrow'],
  ['⟶', '\\xrightarrow'],
  ['←', '\\xleftarrow'],
  ['⟵', '\\xleftarrow'],
  ['↔', '\\xleftrightarrow'],
  ['⇒', '\\xRightarrow'],
  ['⇌', '\\xrightleftharpoons'],
])

/** Commands for letters of other shapes, by MathML's names. */
export const shapes: ReadonlyMap<string, string> = new Map([
  ['normal', 'mathrm'],
  ['bold', 'mathbf'],
  ['bold-italic', 'boldsymbol'],
  ['double-struck', 'mathbb'],
  ['script', 'mathcal'],
  ['bold-script', 'mathcal'],
  ['fraktur', 'mathfrak'],
  ['bold-fraktur', 'mathfrak'],
  ['sans-serif', 'mathsf'],
  ['bold-sans-serif', 'mathsf'],
  ['sans-serif-italic', 'mathsf'],
  ['sans-serif-bold-italic', 'mathsf'],
  ['monospace', 'mathtt'],
])

/** First character of the letters of a shape in Unicode. */
const blocks: readonly (readonly [number, string])[] = [
  [0x1d400, 'bold'],
  [0x1d434, 'italic'],
  [0x1d468, 'bold-italic'],
  [0x1d49c, 'script'],
  [0x1d504, 'fraktur'],
  [0x1d538, 'double-struck'],
  [0x1d56c, 'bold-fraktur'],
  [0x1d5a0, 'sans-serif'],
  [0x1d670, 'monospace'],
  [0x1d6a8, 'bold'],
  [0x1d6e2, 'italic'],
  [0x1d71c, 'bold-italic'],
  [0x1d756, 'sans-serif'],
  [0x1d7ce, 'bold'],
  [0x1d7d8, 'double-struck'],
  [0x1d7e2, 'sans-serif'],
  [0x1d7f6, 'monospace'],
]

/** The shape of a letter that Unicode has apart, and the letter; null: it has none. */
export function shapeOf(sign: string): { shape: string; letter: string } | null {
  const code = sign.codePointAt(0)!
  const letter = sign.normalize('NFKC')
  if (/[ℂℍℕℙℚℝℤ]/.test(sign)) return { shape: 'double-struck', letter }
  if (/[ℬℰℱℋℐℒℳℛℯℊℴ]/.test(sign)) return { shape: 'script', letter }
  if (/[ℭℌℨ]/.test(sign)) return { shape: 'fraktur', letter }
  if (sign === 'ℎ') return { shape: 'italic', letter }
  if (code < 0x1d400 || code > 0x1d7ff) return null
  return { shape: blocks.findLast(([from]) => from <= code)![1], letter }
}
