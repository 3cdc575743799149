import { notWording } from '../text-on-page/wording.ts'

/** Words as plain text and as HTML that keeps only emphasis, superscripts and subscripts. */
export interface Words {
  text: string
  html: string
}

/** Words of a range that lies within one paragraph, heading, list item or note. */
export function cleanWords(range: Range): Words {
  const copy = range.cloneContents()
  for (const other of copy.querySelectorAll(notWording)) other.remove()
  const html = markup(copy).replace(/\s+/g, ' ').trim()
  return { text: plain(copy.textContent).replace(/\s+/g, ' ').trim(), html }
}

/** Turns no-break spaces into ordinary ones; removes soft hyphens, zero-width spaces and word joiners. */
const plain = (text: string): string =>
  text.replace(/[\u00a0\u202f]/g, ' ').replace(/[\u00ad\u200b\u2060]/g, '')

const kept = new Set(['EM', 'I', 'STRONG', 'B', 'SUB', 'SUP'])

function markup(node: Node): string {
  if (node.nodeType === Node.TEXT_NODE) return escapeHtml(plain(node.nodeValue!))
  const inner = [...node.childNodes].map(markup).join('')
  const name = node.nodeName
  return kept.has(name) && inner ? `<${name.toLowerCase()}>${inner}</${name.toLowerCase()}>` : inner
}

export const escapeHtml = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;')
