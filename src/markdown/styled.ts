import type { Nodes, Parents, PhrasingContent, Root } from 'mdast'
import { visit } from 'unist-util-visit'
import type { Styled } from './nodes.ts'

/** Inline tags of JATS: `H<sub>2</sub>O`, `<sc>Meier</sc>`. */
export const tags = { 'small-caps': 'sc', superscript: 'sup', subscript: 'sub' } as const

/** Tags for what is emphasised inside a word, where stars are signs: `<em>Linné</em>sche`. */
export const emphasisTags = { emphasis: 'em', strong: 'strong' } as const

const styles = new Map(Object.entries(tags).map(([style, tag]) => [tag, style as Styled['style']]))
const anyTag = /^<(\/?)(sc|sup|sub|em|strong)>$/

/** Replaces each pair of these tags and its content by one node; leaves all other HTML in the tree. */
export function readStyled(tree: Root): void {
  visit(tree, (node) => {
    if ('children' in node && node.children.some(({ type }) => type === 'html')) pairUp(node)
  })
}

function pairUp(parent: Parents): void {
  const read: Nodes[] = []
  const open: { index: number; tag: string }[] = []
  for (const node of parent.children) {
    const [, stroke, tag = ''] = anyTag.exec('value' in node ? node.value : '') ?? []
    if (node.type !== 'html' || !tag) read.push(node)
    else if (!stroke) open.push({ index: read.push(node) - 1, tag })
    else if (open.at(-1)?.tag !== tag) read.push(node)
    else {
      const [first, ...children] = read.splice(open.pop()!.index)
      const [start, end] = [first?.position?.start, node.position?.end]
      read.push({
        ...kindOf(tag),
        children: children as PhrasingContent[],
        ...(start && end ? { position: { start, end } } : {}),
      })
    }
  }
  parent.children = read as typeof parent.children
}

function kindOf(tag: string): Pick<Styled, 'type' | 'style'> | { type: keyof typeof emphasisTags } {
  const style = styles.get(tag as (typeof tags)[Styled['style']])
  if (style) return { type: 'styled', style }
  return { type: tag === emphasisTags.strong ? 'strong' : 'emphasis' }
}
