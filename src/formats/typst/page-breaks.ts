import type { Nodes } from 'mdast'
import type { PageBreak } from '../../markdown/nodes.ts'
import { plainText } from '../../contract/reference.ts'

/**
 * What a line may do at a page break of the print: end there (`open`), end there with a hyphen (`word`), or not
 * (`tight`).
 */
export type Joint = 'open' | 'word' | 'tight'

/** The page breaks in blocks, each by the signs before and behind it, in whatever nodes these stand. */
export function jointsOf(blocks: readonly Nodes[]): Map<PageBreak, Joint> {
  const joints = new Map<PageBreak, Joint>()
  let before = ' '
  let waiting: PageBreak[] = []
  const pass = (signs: string) => {
    if (signs === '') return
    for (const node of waiting) joints.set(node, jointBetween(before, signs))
    waiting = []
    before = signs
  }
  const walk = (node: Nodes): void => {
    if (node.type === 'pageBreak') return void waiting.push(node)
    if (!('children' in node)) return pass(signsIn(node))
    const isBlock = !inlineParents.has(node.type)
    if (isBlock) pass(' ')
    for (const child of node.children) walk(child)
    if (isBlock) pass(' ')
  }
  for (const node of blocks) walk(node)
  pass(' ')
  return joints
}

const inlineParents: ReadonlySet<string> = new Set([
  ...['delete', 'emphasis', 'foreign', 'glossRef', 'link', 'linkReference', 'speaker', 'stage'],
  ...['strong', 'styled', 'workRef'],
])

function signsIn(node: Nodes): string {
  if (node.type === 'break') return ' '
  if (node.type === 'citation') return plainText(node.reference?.pieces ?? [])
  // A number, a formula or a picture.
  return node.type === 'text' || node.type === 'inlineCode' ? node.value : '*'
}

/** Hyphens are known in these scripts. */
const letter = String.raw`[\p{Script=Latin}\p{Script=Greek}\p{Script=Cyrillic}]\p{M}*`
const endsInWord = new RegExp(`${letter}$`, 'u')
const beginsInWord = new RegExp(`^${letter}`, 'u')
/** Lines end behind these as they are. */
const endsOpen = /[ \t\n\u2009\-‐–—/\u00ad\u200b]$/u

function jointBetween(before: string, behind: string): Joint {
  if (endsOpen.test(before)) return 'open'
  return endsInWord.test(before) && beginsInWord.test(behind) ? 'word' : 'tight'
}
