import type { Paragraph, Root } from 'mdast'
import { frontmatterToMarkdown } from 'mdast-util-frontmatter'
import { gfmFootnoteToMarkdown } from 'mdast-util-gfm-footnote'
import { gfmTableToMarkdown } from 'mdast-util-gfm-table'
import {
  defaultHandlers,
  toMarkdown,
  type Handle,
  type Options,
  type Unsafe,
} from 'mdast-util-to-markdown'
import { captionedToMarkdown } from './captions.ts'
import { formulaToMarkdown } from './formulas.ts'
import type { Foreign, PageBreak, Styled, WorkRef } from './nodes.ts'
import { verseToMarkdown } from './verse.ts'
import { emphasisTags, tags } from './styled.ts'

/**
 * Writes a tree as Markdown from which `parseMarkdown` makes the same tree: one line per paragraph, note definitions in
 * the order of the tree.
 */
export function writeMarkdown(tree: Root): string {
  return toMarkdown(tree, options)
}

/** A character that is escaped wherever the global pattern `where` matches it. */
const sign = (character: string, where: RegExp): Unsafe => ({
  character,
  inConstruct: 'phrasing',
  notInConstruct: ['autolink', 'destinationLiteral', 'destinationRaw', 'reference'],
  _compiled: where,
})
const addressSign = (character: string, where: RegExp): Unsafe => ({
  ...sign(character, where),
  notInConstruct: ['link'],
})

const ownLinks = ['workRef', 'foreign', 'pageBreak'] as const

// In this order: gender star, underscores inside words, pairs of brackets that form no link, note or citation
// ([T]he, [...]), figures (not calls), double tildes, character references, addresses that would become links.
const signs: readonly Unsafe[] = [
  sign('*', /(?<![[\p{L}\p{N}]&&[\0-\uFFFF]])\*|\*(?![[\p{L}\p{N}]&&[\0-\uFFFF]])/gv),
  sign('_', /(?<![\p{L}\p{N}])_|_(?![\p{L}\p{N}])/gu),
  sign('[', /\[(?![^[\]^@][^[\]]*\][^[(:])|\[(?=[^[\]@]*[\s;-]@\p{L})/gu),
  sign(']', /\](?=[[(:])|(?<!\[[^[\]^@][^[\]]*)\]/g),
  sign('!', /!(?=\[[^])/g),
  { character: '!', inConstruct: 'phrasing', afterNode: ['link', ...ownLinks] },
  sign('~', /~(?=~)|(?<=~)~|~(?=[^\s~]+~)/g),
  // What would be taken for markup of other programs (edition/transforms/foreign-markup.ts).
  sign(':', /(?<=^|\n):(?=::)/g),
  // A caption behind a table or figure.
  { character: ':', atBreak: true, after: '[ \\t]' },
  sign('{', /\{(?=[#.][\p{L}_-]|[\w-]+=|-\})|(?<=\\[A-Za-z]+\*?)\{/gu),
  sign('^', /\^(?=\[|[^\s^[\]]+\^)/g),
  // A price has none where no other dollar follows.
  sign(
    '$',
    /\$(?=\$)|(?<![\p{L}\p{N}\\])\$(?=[\p{L}\p{Sm}\\([{|-]|\d[^$]*\$| [^$\n]*[\\^_=][^$\n]*\$)/gu,
  ),
  sign('=', /=(?==[^\s=][^=\n]*==)/g),
  { ...sign('&', /&(?=#|\w+;)/g), notInConstruct: [] },
  addressSign('.', /(?<=(?<![\p{L}\p{N}])www)\./giu),
  addressSign(':', /(?<=https?):(?=\/)/gi),
]
const own = new Set(signs.map(({ character }) => character))

/** The default patterns, those that escape too much in German prose replaced by the above. */
function unsafeIn(usual: readonly Unsafe[]): Unsafe[] {
  const replaced = ({ character, atBreak, inConstruct }: Unsafe) =>
    own.has(character) &&
    ([inConstruct].flat().includes('phrasing') || (atBreak && '[_~'.includes(character)))
  return [...usual.filter((pattern) => !replaced(pattern)), ...signs]
}

const root: Handle = (node, parent, state, info) => {
  state.unsafe = unsafeIn(state.unsafe)
  return defaultHandlers.root(node, parent, state, info)
}

/** Writes a node as a link with one of the edition's schemes. */
const asLink = <Node extends Foreign | PageBreak | WorkRef>(
  urlOf: (node: Node) => string,
): Handle => {
  const handle: Handle = (node: Node, parent, state, info) =>
    defaultHandlers.link(
      { type: 'link', url: urlOf(node), children: 'children' in node ? node.children : [] },
      parent,
      state,
      info,
    )
  return Object.assign(handle, { peek: () => '[' })
}

/** Writes a node between two tags. */
const tagged: (tag: string, ...of: Parameters<Handle>) => string = (tag, node, _, state, info) => {
  const tracker = state.createTracker(info)
  const open = tracker.move(`<${tag}>`)
  const around = { before: '>', after: '<', ...tracker.current() }
  return `${open}${tracker.move(state.containerPhrasing(node, around))}</${tag}>`
}

const styled: Handle = (node: Styled, parent, state, info) =>
  tagged(tags[node.style], node, parent, state, info)

/** Stars beside a letter or digit outside are signs: the emphasis of a part of a word has tags. */
const emphasis = (type: keyof typeof emphasisTags): Handle => {
  const handle: Handle = (node, parent, state, info) =>
    /[\p{L}\p{N}]$/u.test(info.before) || /^[\p{L}\p{N}]/u.test(info.after)
      ? tagged(emphasisTags[type], node, parent, state, info)
      : defaultHandlers[type](node, parent, state, info)
  return Object.assign(handle, { peek: () => '*' })
}

const paragraph: Handle = (node: Paragraph, parent, state, info) => {
  const [first] = node.children
  if (node.data?.isFence && first?.type === 'text') return first.value
  return first?.type === 'verseLine'
    ? verseToMarkdown(node, state, info)
    : defaultHandlers.paragraph(node, parent, state, info)
}

const options: Options = {
  extensions: [frontmatterToMarkdown(['yaml']), gfmFootnoteToMarkdown(), gfmTableToMarkdown()],
  bullet: '-',
  bulletOther: '*',
  listItemIndent: 'one',
  resourceLink: true,
  rule: '-',
  handlers: {
    root,
    paragraph,
    emphasis: emphasis('emphasis'),
    strong: emphasis('strong'),
    styled: Object.assign(styled, { peek: () => '<' }),
    workRef: asLink<WorkRef>(({ work }) => `work:${work}`),
    formula: formulaToMarkdown,
    captioned: captionedToMarkdown,
    foreign: asLink<Foreign>(({ language }) => `lang:${language}`),
    pageBreak: asLink<PageBreak>(({ value }) => `page:${value}`),
  },
}
