import { parse, walk, type CssNode } from 'css-tree'
import { isKnown } from './support.ts'

export interface StyleUse {
  /** Paths in the compatibility data of all that is used outside `@supports`. */
  features: Set<string>
  /** Properties that are written with a prefix too. */
  prefixed: Set<string>
}

const types = ['', 'color.', 'image.', 'gradient.', 'easing-function.', 'filter-function.']

export function styleFeatures(css: string): StyleUse {
  const features = new Set<string>()
  const prefixed = new Set<string>()
  const note = (...paths: string[]) => {
    const known = paths.find(isKnown)
    if (known) features.add(known)
  }
  let property = ''
  let guarded = 0
  walk(parse(css, { parseCustomProperty: true }), {
    enter(node: CssNode) {
      if (node.type === 'Atrule' && node.name === 'supports') guarded++
      if (guarded > 0) return
      if (node.type === 'Declaration') {
        property = node.property
        const [, bare] = /^-(?:webkit|moz)-(.+)/.exec(property) ?? []
        if (bare) prefixed.add(bare)
      }
      for (const paths of pathsOf(node, property)) note(...paths)
    },
    leave(node: CssNode) {
      if (node.type === 'Atrule' && node.name === 'supports') guarded--
      if (node.type === 'Declaration') property = ''
    },
  })
  return { features, prefixed }
}

/** Where a node may stand in the data. */
function pathsOf(node: CssNode, property: string): string[][] {
  const own = `css.properties.${property}`
  switch (node.type) {
    case 'Atrule':
      return [[`css.at-rules.${node.name}`]]
    case 'Declaration':
      return [[own]]
    case 'Identifier':
      return property ? [[`${own}.${node.name}`]] : []
    case 'Function':
      return [[...types.map((type) => `css.types.${type}${node.name}`), `${own}.${node.name}`]]
    case 'Dimension':
      return [
        [`css.types.length.${node.unit}`],
        ...(property === 'text-decoration' ? [[`${own}.includes_thickness`]] : []),
      ]
    case 'PseudoClassSelector':
    case 'PseudoElementSelector':
      return [[`css.selectors.${node.name}`]]
    case 'NestingSelector':
      return [['css.selectors.nesting']]
    case 'FeatureRange':
      return [['css.at-rules.media.range_syntax']]
    case 'Feature':
      return [[`css.at-rules.media.${node.name.replace(/^(min|max)-/, '')}`]]
    default:
      return []
  }
}
