declare module 'css-tree' {
  export type CssNode =
    | { type: 'Atrule' | 'PseudoClassSelector' | 'PseudoElementSelector'; name: string }
    | { type: 'Identifier' | 'Function' | 'Feature'; name: string }
    | { type: 'Declaration'; property: string }
    | { type: 'Dimension'; unit: string }
    | { type: 'NestingSelector' | 'FeatureRange' }
  export function parse(css: string, options?: { parseCustomProperty?: boolean }): CssNode
  export function walk(
    tree: CssNode,
    visit: { enter: (node: CssNode) => void; leave: (node: CssNode) => void },
  ): void
}
