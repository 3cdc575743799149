import { parseXml } from '../../src/importer/readers/xml.ts'
import {
  texOf,
  type Block,
  type GlossRead,
  type NoteRead,
  type Reading,
  type WorkRead,
} from './reading.ts'
import { markupOf } from './read-epub.ts'
import {
  block,
  elementsOf,
  inline,
  nothing,
  readPassage,
  wordsIn,
  type Markup,
  type Meaning,
} from './read-markup.ts'

export function readTei(source: string): Reading {
  const all = [...elementsOf(markupOf(parseXml(source)))]
  const named = (name: string, within: readonly Markup[] = all) =>
    within.filter((element) => element.name === name)
  const body = named('body')[0]
  if (!body) throw new Error('The TEI has no body.')
  const glossary = named('list').find(({ attribute }) => attribute('type') === 'gloss')
  return {
    language: named('TEI')[0]?.attribute('xml:lang') ?? '',
    blocks: blocksOf(body),
    notes: named('note').map((note): NoteRead => ({
      label: note.attribute('n') ?? '',
      ...readPassage(note, meaningOf),
      resolved: '',
    })),
    glosses: glossary ? glossesOf(glossary) : [],
    works: named('biblStruct').flatMap((work): WorkRead[] => {
      const key = idOf(work)
      return key ? [{ key: key.replace(/^lit-/, ''), words: wordsIn(work) }] : []
    }),
  }
}

const idOf = (element: Markup) => element.attribute('xml:id')
const target = ({ attribute }: Markup, name: string, prefix: string) => {
  const value = attribute(name) ?? ''
  return value.startsWith(`#${prefix}`) ? value.slice(prefix.length + 1) : null
}

const blockNames = /^(?:p|quote|list|item|table|row|cell|eg|figure|l|head|signed)$/

function meaningOf(element: Markup): Meaning {
  const { name, attribute } = element
  if (name === 'note') return { is: 'point', kind: 'call', name: attribute('n') ?? '' }
  if (attribute('type') === 'noteAnchor')
    return { is: 'point', kind: 'call', name: wordsIn(element) }
  if (name === 'pb') return { is: 'point', kind: 'page', name: attribute('n') ?? '' }
  if (name === 'term') {
    const [, gloss = null] = /^term-(.+)$/.exec(idOf(element) ?? '') ?? []
    return gloss ? { is: 'cover', kind: 'gloss', name: gloss } : inline
  }
  if (name === 'formula') return { is: 'point', kind: 'formula', name: texOf(wordsIn(element)) }
  const work = name === 'ref' ? target(element, 'target', 'lit-') : null
  if (work) return { is: 'cover', kind: 'work', name: work }
  if (name === 'foreign')
    return { is: 'cover', kind: 'language', name: attribute('xml:lang') ?? '' }
  if (name === 'figDesc' || name === 'graphic') return nothing
  if (name === 'lb') return { is: 'space' }
  return blockNames.test(name) ? block : inline
}

function blocksOf(parent: Markup): Block[] {
  return parent.children.flatMap((child): Block[] => {
    if (typeof child === 'string') return []
    if (child.name === 'div') return blocksOf(child)
    if (child.name === 'sp') return speechOf(child)
    const passage = readPassage(captionLast(child), meaningOf)
    if (child.name === 'head') return [{ kind: 'heading', number: null, ...passage }]
    const number = child.attribute('n')
    if (number && idOf(child) === `abs-${number}`)
      return [{ kind: 'paragraph', number, ...passage }]
    const isEmpty = passage.words === '' && passage.marks.length === 0
    return isEmpty ? [] : [{ kind: 'other', number: null, ...passage }]
  })
}

/** The name of who speaks stands before the first words. */
function speechOf({ children, ...sp }: Markup): Block[] {
  const [name, first, ...others] = children.filter((child) => typeof child !== 'string')
  if (!name || !first) return []
  const begins =
    first.name === 'p'
      ? [{ ...first, children: [name, ' ', ...first.children] }]
      : [{ ...name, children: [name, ' ', first] }]
  return blocksOf({ ...sp, children: [...begins, ...others] })
}

/** In other forms the caption stands behind its table or figure. */
const captionLast = (element: Markup): Markup => {
  if (element.name !== 'table' && element.name !== 'figure') return element
  const isHead = (child: Markup['children'][number]) =>
    typeof child !== 'string' && child.name === 'head'
  const rest = element.children.filter((child) => !isHead(child))
  return { ...element, children: [...rest, ...element.children.filter(isHead)] }
}

/** Labels and items by turns. */
function glossesOf(list: Markup): GlossRead[] {
  let label: Markup | undefined
  return list.children.flatMap((child): GlossRead[] => {
    if (typeof child === 'string') return []
    if (child.name !== 'item') {
      label = child
      return []
    }
    return [
      {
        name: (idOf(child) ?? '').replace(/^glosse-/, ''),
        lemma: label ? wordsIn(label) : '',
        language: label?.attribute('xml:lang') ?? null,
        ...readPassage(child, meaningOf),
      },
    ]
  })
}
