import { XmlError, parseXml, type XmlElement } from '../xml.ts'

/** Elements within a word or sentence; all others begin a line of their own. */
const inline =
  /^(?:emphasis|italic|bold|sc|sup|sub|underline|monospace|xref|ext-link|link|ulink|quote|phrase|named-content|styled-content|superscript|subscript|literal|code|foreignphrase|citetitle|firstterm|anchor)$/

/** Data about the text: what of them is its head is told by pandoc. */
const aside = /^(?:front|info|articleinfo|bookinfo|sectioninfo|ref-list|object-id)$/

/** The words of JATS or DocBook, a paragraph a line; null if they cannot be told without its document type. */
export function wordsOfXml(source: string): string[] | null {
  const lines = ['']
  const visit = ({ name, children }: XmlElement) => {
    const plain = name.replace(/^.*:/, '')
    if (aside.test(plain)) return
    const isInline = inline.test(plain)
    if (!isInline) lines.push('')
    for (const child of children)
      if (child.kind === 'text') lines[lines.length - 1] += child.value
      else visit(child)
    if (!isInline) lines.push('')
  }
  try {
    visit(parseXml(source))
  } catch (error) {
    if (error instanceof XmlError) return null
    throw error
  }
  return lines.map((line) => line.replace(/\s+/g, ' ').trim()).filter(Boolean)
}
