import {
  bareWords,
  collapseSpaces,
  leftOutSelector,
  withoutInvisible,
} from '../../contract/wording.ts'

/** Words as plain text and as HTML that keeps only emphasis, superscripts and subscripts. */
export interface Words {
  text: string
  html: string
}

/** Words of a range that lies within one paragraph, heading, list item or note. */
export function cleanWords(range: Range): Words {
  const copy = range.cloneContents()
  for (const other of copy.querySelectorAll(`${leftOutSelector}, button`)) other.remove()
  return { text: bareWords(copy.textContent), html: collapseSpaces(markup(copy)) }
}

const kept = new Set(['EM', 'I', 'STRONG', 'B', 'SUB', 'SUP'])

function markup(node: Node): string {
  if (node.nodeType === Node.TEXT_NODE) return escapeHtml(withoutInvisible(node.nodeValue!))
  const inner = [...node.childNodes].map(markup).join('')
  const name = node.nodeName
  return kept.has(name) && inner ? `<${name.toLowerCase()}>${inner}</${name.toLowerCase()}>` : inner
}

export const escapeHtml = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;')
