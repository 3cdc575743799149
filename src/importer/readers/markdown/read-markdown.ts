import type { Element, ElementContent, Nodes as HastNodes, Root as HastRoot } from 'hast'
import { toHtml } from 'hast-util-to-html'
import type { Definition, FootnoteDefinition, Root, RootContent } from 'mdast'
import { toHast, type State } from 'mdast-util-to-hast'
import { visit } from 'unist-util-visit'
import { parseMarkdown } from '../../../markdown/parse.ts'
import { tags } from '../../../markdown/styled.ts'
import type { Formula, Styled } from '../../../markdown/nodes.ts'
import { starName } from '../../../contract/ids.ts'
import { start, type ImportPosition } from '../../import-position.ts'
import type { Remark, Work } from '../../imported-text.ts'
import { problemAt } from '../../problems.ts'
import { question, quoted, remark } from '../../report/remark.ts'
import { decodeHtml } from '../html/decode.ts'
import { settleFormulas } from '../html/formulas.ts'
import { takeHead } from '../html/page-head.ts'
import { HtmlError, parseHtml } from '../html/parse.ts'
import { languageTag } from '../language-tag.ts'
import { stopped, type Reader } from '../reader.ts'
import { webAddress } from '../web-address.ts'
import { attribute, elementsOf, isElement, plainWords, Tree } from '../tree/elements.ts'
import { Pictures } from '../tree/pictures.ts'
import { Styles } from '../tree/styles.ts'
import { readingOfTree, type TreeNote } from '../tree/text-of-tree.ts'
import { writeCitation } from './citations.ts'
import { takeFrontmatter } from './frontmatter.ts'
import { linesOf } from './lines.ts'
import { tooDeeplyNested } from './nesting.ts'
import { readPandocBlocks } from './pandoc-blocks.ts'
import { readPandocInlines, type RawCitation } from './pandoc-inlines.ts'
import { markdownSourceLines } from './source-words.ts'
import { putCaptions } from './table-captions.ts'
import { worksBeside } from './works-beside.ts'

export const readMarkdown: Reader = (source, { slug }) => {
  const { file } = source
  const { text: whole, remarks } = decodeHtml(source.bytes)
  const front = takeFrontmatter(whole)
  if (front.fault)
    remarks.push(
      question('head', start, `Der Kopf der Datei ist nicht lesbar und fehlt: ${front.fault}`),
    )
  const written = linesOf(front.rest)
  const nested = tooDeeplyNested(written)
  if (nested)
    return stopped([
      problemAt({ file, line: nested.line, column: 1 }, 'damaged-file', 'Markdown', nested.why),
    ])
  const works = worksBeside(source, front.data, remarks)
  const inlines = readPandocInlines(readPandocBlocks(written))
  const origins = inlines.lines.map(({ origin }) => origin)
  const lines = inlines.lines.map(({ text }) => text)
  for (const { label, text, origin } of inlines.notes) {
    for (const line of ['', `[^${label}]: ${text.replace(/\n\s*/g, ' ')}`]) {
      lines.push(line)
      origins.push(origin)
    }
  }
  let root: Root
  let page: HastRoot
  try {
    root = parseMarkdown(lines.join('\n'))
    page = parseHtml(asHtml(root))
  } catch (error) {
    const why =
      error instanceof HtmlError
        ? error.message
        : error instanceof RangeError
          ? 'its parts are nested too deeply'
          : null
    if (why === null) throw error
    return stopped([problemAt({ file, line: 1, column: 1 }, 'damaged-file', 'Markdown', why)])
  }
  putCaptions(page)
  const tree = new Tree(page)
  const at = (node: HastNodes): ImportPosition => {
    for (const around of isElement(node)
      ? [node, ...tree.ancestorsOf(node)]
      : tree.ancestorsOf(node)) {
      const line = Number(attribute(around, 'dataAt'))
      if (line > 0) return { kind: 'line', line: origins[line - 1] ?? 1, column: 1 }
    }
    return start
  }
  settleFormulas(tree, at, remarks)
  replaceOwnLinks(tree, at, remarks)
  const used = replaceCitations(tree, inlines.citations, works, at, remarks)
  const notes = notesIn(tree)
  const meta = {
    titles: front.title ? [front.title] : [],
    isCertain: front.title !== null,
    subtitle: front.subtitle,
    authors: front.authors,
    language: front.language,
  }
  const head = takeHead(tree, meta, { slug, at, remarks })
  remarks.push(...remarksOn(front.data, tree, at))
  const tag = front.language ? languageTag(front.language) : null
  if (tag && tag !== 'de')
    remarks.push(
      question(
        'languages',
        start,
        `Die Datei nennt als Sprache ${quoted(front.language!)}; die Ausgabe hält den Text für Deutsch.`,
      ),
    )
  const pictures = new Pictures(
    slug,
    (address) =>
      /^(?:[a-z]+:|\/\/)/i.test(address) ? null : source.beside(address.replace(/^(?:\.\/)+/, '')),
    remarks,
  )
  return readingOfTree('Markdown', {
    file,
    head,
    body: [tree.root],
    notes,
    works: used,
    pictures,
    context: {
      positionOf: at,
      styles: new Styles(),
      linkTo: webAddress,
      remarks,
    },
    source: markdownSourceLines(front.rest),
  })
}

/** The tree of the text, and each note in a division of its own behind it. */
function asHtml(root: Root): string {
  const definitions = root.children.filter((node): node is Definition => node.type === 'definition')
  const notes: FootnoteDefinition[] = []
  visit(root, 'footnoteDefinition', (node) => void notes.push(node))
  const body = root.children.filter(({ type }) => type !== 'footnoteDefinition' && type !== 'yaml')
  return [
    html(body),
    ...notes.map((note) => {
      const line = note.position?.start.line ?? 1
      const inner = html([...definitions, ...note.children])
      return `<div data-note="${encodeURIComponent(note.identifier)}" data-at="${line}">${inner}</div>`
    }),
  ].join('\n')
}

function html(children: readonly RootContent[]): string {
  const tree = toHast(
    { type: 'root', children: [...children] },
    {
      allowDangerousHtml: true,
      handlers: {
        footnoteReference: (_: State, node: { identifier: string }): Element =>
          element('note-call', { note: encodeURIComponent(node.identifier) }),
        footnoteDefinition: () => undefined,
        formula: (state: State, node: Formula): Element => {
          const { value, display } = node
          const made = element('formula', { display: String(display) })
          made.children = [{ type: 'text', value }]
          state.patch(node as never, made)
          return made
        },
        styled: (state: State, node: Styled): Element => ({
          ...element(tags[node.style], {}),
          children: state.all(node as never) as ElementContent[],
        }),
      },
    },
  )
  visit(tree as HastNodes, (node) => {
    if (isElement(node) && node.position) node.properties.dataAt = String(node.position.start.line)
  })
  return toHtml(tree as HastNodes, { allowDangerousHtml: true })
}

const element = (tagName: string, properties: Record<string, string>): Element => ({
  type: 'element',
  tagName,
  properties,
  children: [],
})

/** Takes the divisions of the notes out of the tree. */
function notesIn(tree: Tree): TreeNote[] {
  const notes: TreeNote[] = []
  for (const division of [...elementsOf(tree.root)]) {
    const id = attribute(division, 'dataNote')
    if (!id) continue
    const label = decodeURIComponent(id)
    const [, prefix = '', number] = /^(\D*?)(\d+)$/.exec(label) ?? []
    const isOwnEndnote = prefix === 'e'
    notes.push({
      id,
      mark: label === starName ? '*' : label.startsWith('inline-note-') ? '' : (number ?? label),
      kind: isOwnEndnote ? 'endnote' : 'footnote',
      at: division,
      body: [division],
    })
  }
  for (const { at } of notes) tree.remove(at)
  return notes
}

/** The edition's own links: pages, languages, works, terms and numbers of paragraphs. */
function replaceOwnLinks(
  tree: Tree,
  at: (node: HastNodes) => ImportPosition,
  remarks: Remark[],
): void {
  for (const link of [...elementsOf(tree.root)]) {
    const [, scheme, value = ''] =
      /^(page|lang|work|term|abs):(.*)$/.exec(attribute(link, 'href')) ?? []
    if (link.tagName !== 'a' || !scheme) continue
    if (scheme === 'page')
      tree.replace(link, { ...element('page-begin', { label: value }) }, ...link.children)
    else if (scheme === 'lang')
      tree.replace(link, { ...element('span', { lang: value }), children: link.children })
    else {
      tree.replace(link, ...link.children)
      if (scheme !== 'abs' || value !== '')
        remarks.push(
          remark(
            'references',
            at(link),
            `Auszeichnung ${quoted(`${scheme}:${value}`)} nicht übernommen${plainWords(link) ? `, die Wörter schon: ${quoted(plainWords(link))}` : ''}.`,
          ),
        )
    }
  }
}

/** Puts words for citations; returns the works that are cited. */
function replaceCitations(
  tree: Tree,
  citations: readonly RawCitation[],
  works: ReadonlyMap<string, Work>,
  at: (node: HastNodes) => ImportPosition,
  remarks: Remark[],
): Work[] {
  const used = new Map<string, Work>()
  let count = 0
  for (const place of [...elementsOf(tree.root)]) {
    const citation =
      place.tagName === 'cite-here' ? citations[Number(attribute(place, 'n'))] : undefined
    if (!citation) continue
    const isInNote = [...tree.ancestorsOf(place)].some((around) => attribute(around, 'dataNote'))
    const { nodes, unknown } = writeCitation(citation, works, isInNote)
    const position = at(place)
    tree.replace(place, ...nodes)
    for (const node of nodes)
      if (isElement(node)) {
        count += 1
        const work = works.get(attribute(node, 'work'))!
        used.set(work.id, work)
      }
    for (const key of unknown)
      remarks.push(
        question(
          'references',
          position,
          `Der Schlüssel ${quoted(`@${key}`)} steht in keinem Literaturverzeichnis; er bleibt als Wort stehen.`,
        ),
      )
  }
  if (count > 0)
    remarks.push(
      remark(
        'references',
        start,
        `Literaturverweise mit Schlüssel sind als Name und Jahr ausgeschrieben: ${count}.`,
      ),
    )
  return [...used.values()]
}

const readFields = new Set([
  'title',
  'subtitle',
  'author',
  'authors',
  'lang',
  'language',
  'bibliography',
  'references',
  'csl',
  'nocite',
  'link-citations',
  'output',
  'format',
])

function remarksOn(
  data: Record<string, unknown>,
  tree: Tree,
  at: (node: HastNodes) => ImportPosition,
): Remark[] {
  const remarks: Remark[] = []
  for (const [name, value] of Object.entries(data)) {
    if (readFields.has(name) || value === null || value === '') continue
    const words = typeof value === 'string' ? value : JSON.stringify(value)
    const isLong = typeof value === 'string' && value.length > 80
    remarks.push(
      (isLong ? question : remark)(
        'head',
        start,
        `Angabe im Kopf nicht übernommen: ${name}: ${quoted(words, 300)}.`,
      ),
    )
  }
  for (const node of elementsOf(tree.root))
    for (const child of node.children) {
      if (child.type !== 'text' || node.tagName === 'formula') continue
      for (const [call] of child.value.matchAll(/\[\^[^\]\s]+\]/g))
        remarks.push(
          question(
            'notes',
            at(node),
            `Zum Ruf ${quoted(call)} fehlt die Anmerkung; er steht als Wort im Text.`,
          ),
        )
      for (const [tex] of child.value.matchAll(
        /\\[A-Za-z]{2,}(?:\{[^{}]*\})?|\$[^$\s][^$\n]*[^$\s\\]\$(?!\d)/g,
      ))
        remarks.push(
          question('characters', at(node), `LaTeX steht als Wort im Text: ${quoted(tex)}.`),
        )
    }
  const struck = [...elementsOf(tree.root)].filter(({ tagName }) =>
    /^(?:del|s|strike)$/.test(tagName),
  )
  for (const one of struck)
    remarks.push(
      question(
        'characters',
        at(one),
        `Durchgestrichen in der Quelle, jetzt einfacher Text: ${quoted(plainWords(one))}.`,
      ),
    )
  return remarks
}
