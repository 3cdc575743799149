/** A formula as presentation MathML, whatever format it was read from; names are without prefix. */
export interface MathNode {
  name: string
  attributes: Readonly<Record<string, string>>
  children: readonly MathNode[]
  /** Of an element without children. */
  text: string
}

export const node = (
  name: string,
  children: readonly MathNode[],
  attributes: MathNode['attributes'] = {},
): MathNode => ({ name, attributes, children, text: '' })

export const token = (
  name: 'mi' | 'mn' | 'mo' | 'mtext',
  text: string,
  attributes: MathNode['attributes'] = {},
): MathNode => ({ name, attributes, children: [], text })

/** Elements that only hold others. */
const holders = new Set(['math', 'mrow', 'mstyle', 'mpadded', 'semantics', 'maction', 'mtd'])

export const isHolder = ({ name }: MathNode): boolean => holders.has(name)

/** The children that are shown: of alternatives the first, without annotations. */
export function shownIn({ name, children }: MathNode): readonly MathNode[] {
  if (name === 'semantics' || name === 'maction') return children.slice(0, 1)
  return children.filter((child) => !/^annotation(?:-xml)?$/.test(child.name))
}

/** The contents of a row, without rows that hold nothing else. */
export function rowOf(of: MathNode): readonly MathNode[] {
  if (!isHolder(of)) return [of]
  const own = shownIn(of)
  return own.length === 1 ? rowOf(own[0]!) : own
}

export function* nodesIn(root: MathNode): Generator<MathNode> {
  yield root
  for (const child of shownIn(root)) yield* nodesIn(child)
}
