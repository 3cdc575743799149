const commands: Readonly<Record<string, string>> = {
  langle: '<',
  rangle: '>',
  lt: '<',
  gt: '>',
  leq: '≤',
  le: '≤',
  geq: '≥',
  ge: '≥',
  neq: '≠',
  approx: '≈',
  times: '×',
  cdot: '·',
  pm: '±',
  to: '→',
  rightarrow: '→',
  infty: '∞',
  ldots: '…',
  dots: '…',
  alpha: 'α',
  beta: 'β',
  gamma: 'γ',
  delta: 'δ',
  lambda: 'λ',
  mu: 'μ',
  pi: 'π',
  sigma: 'σ',
  theta: 'θ',
}

/** `\langle x` → `<x`: text recognition takes some characters for formulas. Null if a command is unknown. */
export function texToText(formula: string): string | null {
  const text = formula
    .replace(/\\(?:mathrm|mathbf|text|textit)\{([^{}]*)\}/g, '$1')
    .replace(/\\([a-zA-Z]+)\s*/g, (whole, name: string) => commands[name] ?? whole)
    .replace(/\\([%&#$_])/g, '$1')
    .trim()
  return /[\\^_{}]/.test(text) || text === '' ? null : text
}

/** `$…$` is a formula only with a command, exponent or index; else these are two amounts in dollars. */
export const isFormula = (inner: string): boolean => /\\[a-zA-Z]|[\^_]\{?\w/.test(inner)
