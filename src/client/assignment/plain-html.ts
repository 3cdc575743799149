import { labelOf, withoutName } from '../../contract/ids.ts'
import { parseAddress } from '../platform/parse-address.ts'

export interface FileContext {
  /** From which relative links are found. */
  address: string
  /** Source as written → data URL. */
  images: ReadonlyMap<string, string>
  /** Ids that the file has. */
  here: ReadonlySet<string>
  /** Whether it has the notes. */
  notes: boolean
}

const signs: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' }

export const escape = (words: string): string => words.replace(/[&<>"]/g, (sign) => signs[sign]!)

const kept = new Set(
  'P BLOCKQUOTE EM I STRONG B SUP SUB BR WBR UL OL LI TABLE THEAD TBODY TR TH TD PRE CODE Q CITE DEL DIV SPAN FIGURE FIGCAPTION HR DL DT DD'.split(
    ' ',
  ),
)
const empty = new Set(['BR', 'WBR', 'HR'])
const left = 'button, svg, script, style, .spacer, .block-number, .note-back'

/** An element of the text as HTML that needs neither styles nor scripts of the page: of its attributes only language and links stay. */
export function toPlainHtml(node: Node, file: FileContext): string {
  if (node.nodeType === 3) return escape(node.textContent ?? '')
  if (node.nodeType !== 1) return ''
  const element = node as HTMLElement
  if (element.matches(left)) return ''
  const inner = [...element.childNodes].map((child) => toPlainHtml(child, file)).join('')
  const role = element.getAttribute('role')
  if (role === 'doc-noteref') return file.notes ? call(element, inner) : ''
  if (role === 'doc-pagebreak')
    return `<span class="page">[S. ${escape(labelOf(withoutName(element.id)))}]</span>`
  if (element.hasAttribute('data-term')) return `<span class="term">${inner}</span>`
  if (element.tagName === 'A') return link(element, inner, file)
  if (element.tagName === 'IMG') return image(element, file)
  if (element.className === 'small-caps') return `<span class="small-caps">${inner}</span>`
  if (!kept.has(element.tagName)) return inner
  const tag = element.tagName.toLowerCase()
  const lang = element.lang ? ` lang="${escape(element.lang)}"` : ''
  return empty.has(element.tagName) ? `<${tag}>` : `<${tag}${lang}>${inner}</${tag}>`
}

function call(element: HTMLElement, inner: string): string {
  const target = element.getAttribute('href')?.slice(1) ?? ''
  return `<sup id="${escape(element.id)}"><a href="#${escape(target)}">${inner}</a></sup>`
}

function link(element: HTMLElement, inner: string, { address, here }: FileContext): string {
  const href = element.getAttribute('href')
  if (href?.startsWith('#') && here.has(decodeURIComponent(href.slice(1))))
    return `<a href="${escape(href)}">${inner}</a>`
  const url = href && parseAddress(href, address)
  // A file on this disk is none on another's.
  if (!url || !/^(https?|mailto):$/.test(url.protocol)) return inner
  return `<a href="${escape(url.href)}">${inner}</a>`
}

function image(element: HTMLElement, { images }: FileContext): string {
  const source = images.get(element.getAttribute('src') ?? '')
  const alt = element.getAttribute('alt') ?? ''
  return source ? `<img src="${source}" alt="${escape(alt)}">` : escape(alt && `[Bild: ${alt}]`)
}
