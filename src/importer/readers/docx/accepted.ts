/** The document as it would be with all changes accepted, and with one of several alternatives. */
import type { XmlElement, XmlNode } from '../xml.ts'

export interface Changes {
  inserted: number
  deleted: number
  moved: number
}

/** Elements whose contents are shown; the element itself means nothing to a text. */
const wrappers = new Set([
  'w:ins',
  'w:moveTo',
  'w:smartTag',
  'w:customXml',
  'w:dir',
  'w:bdo',
  'w:sdtContent',
])
const removed = new Set(['w:del', 'w:moveFrom'])

/** Changes the tree in place and returns it. */
export function accepted(root: XmlElement, changes: Changes): XmlElement {
  const rest = [root]
  for (let element; (element = rest.pop());) {
    element.children = element.children.flatMap((child) => shown(child, changes))
    // Marks of changes among the properties of paragraphs and rows stay.
    for (const child of element.children)
      if (child.kind === 'element' && !/^w:(?:rPr|trPr|tcPr)$/.test(child.name)) rest.push(child)
  }
  return root
}

function shown(node: XmlNode, changes: Changes): XmlNode[] {
  if (node.kind === 'text') return [node]
  if (removed.has(node.name)) {
    if (node.children.length > 0) changes[node.name === 'w:del' ? 'deleted' : 'moved'] += 1
    return []
  }
  if (node.name === 'w:tr' && isDeletedRow(node)) {
    changes.deleted += 1
    return []
  }
  if (node.name === 'w:ins' && node.children.length > 0) changes.inserted += 1
  if (wrappers.has(node.name)) return node.children.flatMap((child) => shown(child, changes))
  if (node.name === 'mc:AlternateContent')
    return alternative(node).flatMap((child) => shown(child, changes))
  return [node]
}

/** The first choice with something that is read here, else what is meant for other programs. */
function alternative({ children }: XmlElement): XmlNode[] {
  const choices = children.filter((child) => child.kind === 'element')
  const known = choices.find((choice) => choice.name === 'mc:Choice' && holdsWords(choice))
  const fallback = choices.find(({ name }) => name === 'mc:Fallback')
  const first = choices.find(({ name }) => name === 'mc:Choice')
  return (known ?? (fallback && fallback.children.length > 0 ? fallback : first))?.children ?? []
}

const shownInside = /^(?:w:t|w:txbxContent|a:blip|v:imagedata|m:t|w:sym|w:br|w:tab)$/

function holdsWords(element: XmlElement): boolean {
  const rest: XmlNode[] = [element]
  for (let node; (node = rest.pop());) {
    if (node.kind !== 'element') continue
    if (shownInside.test(node.name)) return true
    rest.push(...node.children)
  }
  return false
}

function isDeletedRow({ children }: XmlElement): boolean {
  return children.some(
    (child) =>
      child.kind === 'element' &&
      child.name === 'w:trPr' &&
      child.children.some((inner) => inner.kind === 'element' && inner.name === 'w:del'),
  )
}
