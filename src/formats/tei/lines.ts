import type { Element, ElementContent } from 'xast'

/** Elements without words of their own: white space between their children means nothing. */
const containers = new Set(
  (
    'TEI teiHeader fileDesc titleStmt editionStmt publicationStmt availability sourceDesc encodingDesc editorialDecl ' +
    'profileDesc abstract langUsage revisionDesc text front titlePage docTitle byline body div list table row back ' +
    'listBibl biblStruct analytic monogr imprint'
  ).split(' '),
)

/** Puts the children of containers on lines of their own, indented by their depth. Words stay as they are. */
export function onLines(element: Element, depth = 0): Element {
  if (!containers.has(element.name)) return element
  const children = element.children.flatMap((child): ElementContent[] => [
    { type: 'text', value: `\n${'  '.repeat(depth + 1)}` },
    child.type === 'element' ? onLines(child, depth + 1) : child,
  ])
  const end: ElementContent = { type: 'text', value: `\n${'  '.repeat(depth)}` }
  return { ...element, children: children.length > 0 ? [...children, end] : [] }
}
