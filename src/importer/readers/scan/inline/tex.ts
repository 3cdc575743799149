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

/** `\langle x`, as scanners write signs they take for a formula → `<x`. Null where a command is not known. */
export function texToText(formula: string): string | null {
  const text = formula
    .replace(/\\(?:mathrm|mathbf|text|textit)\{([^{}]*)\}/g, '$1')
    .replace(/\\([a-zA-Z]+)\s*/g, (whole, name: string) => commands[name] ?? whole)
    .replace(/\\([%&#$_])/g, '$1')
    .trim()
  return /[\\^_{}]/.test(text) || text === '' ? null : text
}

/** Only with a command, an exponent or an index is `$…$` a formula; else it is two sums of dollars. */
export const isFormula = (inner: string): boolean => /\\[a-zA-Z]|[\^_]\{?\w/.test(inner)
