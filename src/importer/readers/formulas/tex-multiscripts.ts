import type { MathNode } from './math-node.ts'

/** A base with scripts on both sides. */
export function texOfMany(
  children: readonly MathNode[],
  texOf: (of: MathNode) => string,
  scripts: (below: string | null, above: string | null) => string,
): string {
  const [base, ...rest] = children
  const at = rest.findIndex(({ name }) => name === 'mprescripts')
  const [behind, before] = at < 0 ? [rest, []] : [rest.slice(0, at), rest.slice(at + 1)]
  const written = (pairs: readonly MathNode[]): string[] =>
    pairs.flatMap((one, i) =>
      i % 2 > 0 ? [] : [scripts(texOf(one), pairs[i + 1] ? texOf(pairs[i + 1]!) : null)],
    )
  const inner = base ? texOf(base) : ''
  return [
    ...written(before).map((script) => `{}${script}`),
    inner.length > 1 && !/^\\[A-Za-z]+(?:\{[^{}]*\})?$/.test(inner) ? `{${inner}}` : inner,
    ...written(behind).map((script, i) => (i > 0 ? `{}${script}` : script)),
  ].join('')
}
