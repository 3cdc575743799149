import type { ImportPosition } from '../../import-position.ts'
import {
  passagesOf,
  type Block,
  type BoxKind,
  type MarkKind,
  type Remark,
} from '../../imported-text.ts'
import { question, quoted, remark } from '../../report/remark.ts'
import { isMath, mathOfXml, texBeside } from '../formulas/mathml.ts'
import { readFormula } from '../formulas/read-formula.ts'
import { languageTag } from '../language-tag.ts'
import { BlockBuilder } from '../tree/block-builder.ts'
import { joinPassages } from '../tree/join-passages.ts'
import type { RawNote } from '../tree/number-notes.ts'
import {
  childOf,
  descendants,
  elementsIn,
  plainTextIn,
  textIn,
  type XmlElement,
  type XmlNode,
} from '../xml.ts'
import { teiSourceLines } from './source-words.ts'
import { marksOf } from './styles.ts'

export interface BodyContext {
  at: (node: XmlNode) => ImportPosition
  remarks: Remark[]
  /** Ids of works whose data the document holds. */
  works: ReadonlySet<string>
  /** Language of the text. */
  language: string
  pictureAt: (address: string, at: ImportPosition) => string | null
  /** False: notes are left out. */
  withNotes: boolean
}

export interface Body {
  blocks: Block[]
  notes: RawNote[]
}

type Handler = (element: XmlElement) => void

/** The body of a TEI document → blocks and notes. */
export function readBody(roots: readonly XmlElement[], context: BodyContext): Body {
  const { at, remarks, works } = context
  const byId = new Map<string, XmlElement>()
  for (const root of roots)
    for (const element of [root, ...descendants(root)]) {
      const id = element.attributes['xml:id']
      if (id !== undefined) byId.set(id, element)
    }
  const notes = new Map<XmlElement, RawNote>()
  /** Notes that stand apart from their calls: `ref target="#n1"`. */
  const referred = new Set<XmlElement>()
  const seen = new Set<string>()
  const once = (topic: Remark['topic'], node: XmlNode, text: string, isQuestion = false) => {
    if (seen.has(text)) return
    seen.add(text)
    remarks.push((isQuestion ? question : remark)(topic, at(node), text))
  }
  const counts = new Map<string, { first: XmlElement; count: number; leftOut: string[] }>()
  const count = (what: string, element: XmlElement, ...leftOut: XmlElement[]) => {
    const known = counts.get(what) ?? { first: element, count: 0, leftOut: [] }
    counts.set(what, known)
    known.count += 1
    known.leftOut.push(...leftOut.map(wordsIn))
  }

  for (const root of roots)
    for (const { name, attributes } of descendants(root)) {
      const target = targetOf(attributes['target'])
      const note = target && byId.get(target)
      if (/^(?:ref|ptr)$/.test(name) && note && note.name === 'note') referred.add(note)
    }

  let builder = new BlockBuilder()
  let level = 0

  const children = (element: XmlElement) => {
    for (const child of element.children) walk(child)
  }
  const paragraph: Handler = (element) => {
    builder.end()
    styled(element)
    builder.end()
  }
  const styled: Handler = (element) => within(marksIn(element), () => children(element))
  const within = (marks: readonly MarkKind[], inside: () => void): void => {
    const [first, ...more] = marks
    if (first) builder.mark(first, () => within(more, inside))
    else inside()
  }
  const marksIn = (element: XmlElement): MarkKind[] => {
    const tag = element.attributes['xml:lang'] && languageTag(element.attributes['xml:lang'])
    return tag && tag !== context.language
      ? [{ kind: 'lang', tag }, ...marksOf(element)]
      : marksOf(element)
  }
  const collected = (inside: () => void): Block[] => {
    const outer = builder
    builder = new BlockBuilder()
    inside()
    const blocks = builder.finish()
    builder = outer
    return blocks
  }

  function walk(node: XmlNode): void {
    if (node.kind === 'text') {
      builder.text(node.value.replaceAll('\u00AD', ''), at(node))
      return
    }
    ;(handlers[node.name] ?? unknown)(node)
  }

  const unknown: Handler = (element) => {
    once(
      'dropped',
      element,
      `Element <${element.name}>: Die Auszeichnung fällt weg, die Wörter bleiben.`,
    )
    styled(element)
  }
  const drop =
    (what: string): Handler =>
    (element) => {
      if (textIn(element).trim() !== '') count(what, element, element)
    }

  /** A call; the note is read the first time it is called. */
  const call = (note: XmlElement) => {
    if (!context.withNotes) return count('Anmerkungen weggelassen (`--no-notes`)', note, note)
    if (!notes.has(note)) {
      const { attributes } = note
      const parts = [note]
      for (let next = attributes['next']; next;) {
        const part = byId.get(next.replace(/^#/, ''))
        if (!part || parts.includes(part)) break
        parts.push(part)
        next = part.attributes['next']
      }
      const blocks = collected(() => {
        for (const part of parts) children(part)
      })
      const kind = /^end/.test(attributes['place'] ?? '') ? 'endnote' : 'footnote'
      if (passagesOf(blocks).every(({ text }) => text === '')) {
        once(
          'notes',
          note,
          'Anmerkungen ohne Wörter sind weggelassen; sie verweisen nur auf Verzeichnisse.',
        )
        return
      }
      notes.set(note, {
        id: `n${notes.size}`,
        mark: attributes['n'] ?? '',
        kind,
        at: at(note),
        blocks,
      })
    }
    builder.call(notes.get(note)!.id)
  }

  const handlers: Record<string, Handler> = {
    div: (element) => {
      const type = element.attributes['type'] ?? ''
      // The edition writes its own lists of glosses and works.
      if (/^(?:glossary|bibliography)$/.test(type) && works.size > 0) {
        remarks.push(
          remark(
            'dropped',
            at(element),
            `Verzeichnis ${quoted(type)} weggelassen: Die Ausgabe schreibt ihre eigenen.`,
            { leftOut: wordsIn(element) },
          ),
        )
        return
      }
      builder.end()
      level += 1
      children(element)
      level -= 1
      builder.end()
    },
    head: (element) => {
      if (/^sub/.test(element.attributes['type'] ?? ''))
        return builder.heading(level + 1, () => styled(element))
      builder.heading(Math.max(1, level), () => styled(element))
    },
    p: (element) => {
      const { rend } = element.attributes
      if (!isBox(rend)) return paragraph(element)
      builder.box(rend, () => paragraph(element))
    },
    epigraph: (element) => builder.box('epigraph', () => children(element)),
    closer: (element) => {
      const inside = elementsIn(element)
      const isSigned = inside.length > 0 && inside.every(({ name }) => name === 'signed')
      if (!isSigned) return paragraph(element)
      builder.box('signature', () => children(element))
    },
    // A line of the print; words around it are joined already.
    lb: () => {},
    pb: (element) => builder.page(pageOf(element.attributes['n'])),
    hi: styled,
    foreign: styled,
    note: (element) => {
      const { attributes } = element
      const same = attributes['sameAs'] && byId.get(attributes['sameAs'].replace(/^#/, ''))
      if (same) return call(same)
      // The second part of a note, or a note called elsewhere.
      if (attributes['prev'] || (referred.has(element) && isApart(element))) return
      if (/^(?:left|right|margin)/.test(attributes['place'] ?? ''))
        count('Randbemerkungen stehen als Anmerkungen', element)
      call(element)
    },
    ref: (element) => {
      const target = targetOf(element.attributes['target'])
      const aim = target ? byId.get(target) : undefined
      if (aim?.name === 'note') return call(aim)
      if (target && works.has(target))
        return builder.mark({ kind: 'work', key: target }, () => styled(element))
      const url = element.attributes['target'] ?? ''
      if (isWebAddress(url)) return builder.mark({ kind: 'link', url }, () => styled(element))
      styled(element)
    },
    ptr: (element) => {
      const target = targetOf(element.attributes['target'])
      const aim = target ? byId.get(target) : undefined
      if (aim?.name === 'note') return call(aim)
      const url = element.attributes['target'] ?? ''
      if (isWebAddress(url))
        builder.mark({ kind: 'link', url }, () => builder.text(url, at(element)))
    },
    quote: (element) => {
      if (element.attributes['type'] !== 'epigraph') return quotation(element)
      builder.box('epigraph', () => children(element))
    },
    q: (element) => quotation(element),
    said: (element) => quotation(element),
    soCalled: (element) => quotation(element, ['‚', '‘']),
    cit: styled,
    lg: (element) => {
      if (elementsIn(element).some(({ name }) => name === 'lg' || name === 'head'))
        return children(element)
      builder.nest(
        (blocks) => (blocks.length === 1 ? blocks[0]! : { kind: 'quote', blocks }),
        () => builder.stanza(() => children(element)),
      )
    },
    l: (element) => {
      builder.verseLine()
      const [, steps] = /indent-?\(?(\d?)/.exec(element.attributes['rend'] ?? '') ?? []
      if (steps !== undefined) builder.text(indent.repeat(Number(steps) || 1), at(element))
      styled(element)
    },
    sp: (element) => builder.box('drama', () => speech(element)),
    speaker: (element) => {
      builder.end()
      builder.mark({ kind: 'small-caps' }, () => children(element))
      builder.end()
    },
    stage: (element) => {
      const stage = () => builder.mark({ kind: 'emphasis' }, () => styled(element))
      const around = parents.get(element)?.name ?? ''
      if (around !== 'div' && !groups.has(around)) return stage()
      builder.box('drama', () => {
        stage()
        builder.end()
      })
    },
    list: (element) => list(element),
    table: (element) => table(element),
    figure: (element) => figure(element),
    choice: (element) => {
      const pairs = [
        ['corr', 'sic', 'Berichtigungen der Vorlage übernommen (corr statt sic)'],
        ['reg', 'orig', 'Normalisierte Schreibungen übernommen (reg statt orig)'],
        ['expan', 'abbr', 'Abkürzungen aufgelöst (expan statt abbr)'],
      ] as const
      const inside = elementsIn(element)
      for (const [chosen, other, said] of pairs) {
        const own = inside.find(({ name }) => name === chosen)
        if (!own || !inside.some(({ name }) => name === other)) continue
        count(said, element, ...inside.filter((one) => one !== own))
        return children(own)
      }
      const [first, ...others] = inside
      if (others.length > 0)
        count('Von mehreren Fassungen (choice) steht die erste', element, ...others)
      if (first) children(first)
    },
    app: (element) => {
      const lemma = childOf(element, 'lem') ?? childOf(element, 'rdg')
      const others = elementsIn(element).filter((one) => one !== lemma)
      count('Lesarten (rdg) weggelassen', element, ...others)
      if (lemma) children(lemma)
    },
    fw: drop('Kolumnentitel, Kustoden und dergleichen (fw) weggelassen'),
    del: drop('Gestrichenes (del) weggelassen'),
    surplus: drop('Überzähliges (surplus) weggelassen'),
    figDesc: () => {},
    teiHeader: () => {},
    titlePage: (element) => {
      remarks.push(
        remark('head', at(element), `Titelseite weggelassen: ${quoted(textIn(element))}.`, {
          leftOut: wordsIn(element),
        }),
      )
    },
    gap: (element) => {
      builder.text('[…]', at(element))
      once('characters', element, 'Lücken (gap) stehen als „[…]“.')
    },
    milestone: (element) => {
      if (
        /section|absatz|break|\*/.test(`${element.attributes['unit']}${element.attributes['rend']}`)
      )
        builder.end()
    },
    formula: (element) => {
      const { notation = '', rend, rendition = '' } = element.attributes
      const inner = [...descendants(element)].find(isMath)
      const isTex = /^(?:la)?tex$/i.test(notation) || /^\s*(?:\\[([]|\$)/.test(textIn(element))
      if (!inner && !isTex) {
        once(
          'characters',
          element,
          'Formeln (formula) stehen als bloße Wörter; bitte prüfen.',
          true,
        )
        return children(element)
      }
      const math = inner ? mathOfXml(inner) : null
      const words = wordsIn(element)
      const tex = math ? texBeside(math) : textIn(element)
      const display =
        /display|block/.test(`${rend} ${rendition}`) || inner?.attributes['display'] === 'block'
      const read = readFormula({ math, tex, display, words }, at(element))
      // The edition's own formulas come back as they were.
      if (read.remark.question || !isTex) remarks.push(read.remark)
      for (const { text, kinds } of read.pieces)
        within(kinds, () => builder.text(text, at(element)))
    },
    listBibl: paragraphs,
    listPerson: paragraphs,
    listPlace: paragraphs,
    biblStruct: paragraph,
    metamark: styled,
  }
  for (const name of blocksNames) handlers[name] ??= paragraph
  for (const name of transparent) handlers[name] ??= styled
  for (const name of groups) handlers[name] ??= children
  for (const name of /* empty elements */ [
    'cb',
    'anchor',
    'space',
    'handShift',
    'index',
    'lacunaStart',
    'lacunaEnd',
    'addSpan',
    'delSpan',
    'graphic',
  ])
    handlers[name] ??= () => {}

  /** The name of who speaks stands before the words, unless these are verse. */
  function speech(element: XmlElement): void {
    let isOpen = false
    for (const child of element.children) {
      if (child.kind === 'text') {
        if (child.value.trim() !== '') walk(child)
        continue
      }
      if (child.name === 'speaker') {
        builder.end()
        builder.mark({ kind: 'small-caps' }, () => children(child))
        builder.text(' ', at(child))
        isOpen = true
      } else if (isOpen && child.name === 'stage') {
        builder.mark({ kind: 'emphasis' }, () => styled(child))
        builder.text(' ', at(child))
      } else if (isOpen && (child.name === 'p' || child.name === 'ab')) {
        styled(child)
        builder.end()
        isOpen = false
      } else {
        if (isOpen && !/^(?:pb|lb|cb|note|milestone|fw)$/.test(child.name)) {
          builder.end()
          isOpen = false
        }
        walk(child)
      }
    }
    builder.end()
  }

  /** Entries of a register in a note: a paragraph each. */
  function paragraphs(element: XmlElement): void {
    builder.end()
    for (const child of elementsIn(element)) paragraph(child)
  }

  function quotation(element: XmlElement, signs: [string, string] = ['„', '“']): void {
    const isBlock =
      elementsIn(element).some(({ name }) =>
        /^(?:p|lg|l|list|table|sp|div|cit|quote|floatingText)$/.test(name),
      ) ||
      (isBetweenBlocks(element) && element.name !== 'soCalled')
    if (isBlock) {
      builder.nest(
        (blocks) => ({ kind: 'quote', blocks }),
        () => styled(element),
      )
      return
    }
    const words = textIn(element).trim()
    const hasSigns = /^[„“”»«‚‘›‹"']/.test(words) || isBehindSign(element) || words === ''
    if (hasSigns) return styled(element)
    once(
      'quotes',
      element,
      `Anführungszeichen ergänzt, wo nur ein Element (<${element.name}>) das Zitat zeigt.`,
    )
    builder.text(signs[0], at(element))
    styled(element)
    builder.text(signs[1], at(element))
  }

  function isBehindSign(element: XmlElement): boolean {
    const siblings = parents.get(element)?.children ?? []
    const before = siblings[siblings.indexOf(element) - 1]
    return before?.kind === 'text' && /[„“”»«‚‘›‹"']$/.test(before.value)
  }

  function isBetweenBlocks(element: XmlElement): boolean {
    const parent = parents.get(element)
    if (parent?.name === 'cit') return isBetweenBlocks(parent)
    return parent !== undefined && groups.has(parent.name)
  }

  /** Whether a note stands in a list of notes, not in the sentence that calls it. */
  function isApart(note: XmlElement): boolean {
    const parent = parents.get(note)
    return (
      parent !== undefined &&
      (groups.has(parent.name) || /^(?:div|noteGrp|list|item)$/.test(parent.name))
    )
  }

  function list(element: XmlElement): void {
    const items: Block[][] = []
    let label: XmlElement | null = null
    for (const child of elementsIn(element)) {
      if (child.name === 'head') builder.heading(level + 1, () => styled(child))
      else if (child.name === 'label') label = child
      else if (child.name === 'item') {
        const own = label
        label = null
        items.push(
          collected(() => {
            if (own) {
              builder.mark({ kind: 'strong' }, () => styled(own))
              builder.text(' ', at(own))
            }
            styled(child)
          }),
        )
      } else walk(child)
    }
    const isNumbered = /number|ordered|arabic/.test(
      `${element.attributes['rend']} ${element.attributes['type']}`,
    )
    const filled = items.filter((item) => item.length > 0)
    if (filled.length > 0) builder.nestList(isNumbered ? 1 : null, filled)
  }

  function table(element: XmlElement): void {
    const rows = elementsIn(element).filter(({ name }) => name === 'row')
    const cells = rows.map((row) =>
      elementsIn(row)
        .filter(({ name }) => name === 'cell')
        .flatMap((cell) => {
          const [first, ...more] = passagesOf(collected(() => styled(cell)))
          if (more.length > 0)
            once('paragraphs', cell, 'Zellen mit mehreren Absätzen stehen in einem.', false)
          const whole = [first, ...more].filter((one) => one !== undefined)
          const span = Math.max(1, Number(cell.attributes['cols']) || 1)
          return [
            joinPassages(whole, ' '),
            ...Array.from({ length: span - 1 }, () => joinPassages([], ' ')),
          ]
        }),
    )
    const width = Math.max(0, ...cells.map((row) => row.length))
    if (width === 0) return
    const head = childOf(element, 'head')
    builder.add({
      kind: 'table',
      headed: rows[0]?.attributes['role'] === 'label',
      rows: cells.map((row) => [
        ...row,
        ...Array.from({ length: width - row.length }, () => joinPassages([], ' ')),
      ]),
      caption: head ? (passagesOf(collected(() => styled(head)))[0] ?? null) : null,
    })
  }

  function figure(element: XmlElement): void {
    const graphic = [...descendants(element)].find(({ name }) => name === 'graphic')
    const address = graphic?.attributes['url']
    const url = address ? context.pictureAt(address, at(element)) : null
    const head = childOf(element, 'head')
    const caption = head ? (passagesOf(collected(() => styled(head)))[0] ?? null) : null
    const description = childOf(element, 'figDesc')
    if (url)
      builder.addAfter({
        kind: 'figure',
        url,
        alternative: description ? plainTextIn(description) : null,
        caption,
        at: at(element),
      })
    else if (caption) builder.add({ kind: 'paragraph', content: caption })
    for (const child of elementsIn(element))
      if (!/^(?:graphic|head|figDesc)$/.test(child.name)) walk(child)
  }

  const parents = new Map<XmlElement, XmlElement>()
  for (const root of roots)
    for (const element of [root, ...descendants(root)])
      for (const child of elementsIn(element)) parents.set(child, element)

  for (const root of roots) children(root)
  const blocks = builder.finish()
  for (const [what, { first, count: number, leftOut }] of counts)
    remarks.push(
      remark('dropped', at(first), `${what}: ${number} ${number === 1 ? 'Stelle' : 'Stellen'}.`, {
        leftOut: leftOut.join('\n'),
      }),
    )
  return { blocks, notes: [...notes.values()] }
}

/** Elements that are a paragraph of their own. */
const blocksNames = new Set(
  (
    'ab address addrLine argument byline closer dateline docAuthor docDate docEdition docImprint epigraph imprimatur ' +
    'opener postscript salute signed titlePart trailer person place castItem'
  ).split(' '),
)

/** As the edition writes it. */
const isBox = (rend: string | undefined): rend is BoxKind =>
  /^(?:dedication|signature|endmatter)$/.test(rend ?? '')

/** Elements that contain blocks. */
const groups = new Set(
  'text front body back group floatingText div1 div2 div3 div4 div5 castList egXML'.split(' '),
)

/** Elements without meaning for the edition; their words stand in the line. */
const transparent = new Set(
  (
    'abbr add author bibl biblScope c cell code corr date desc docTitle editor emph expan eg geogName gloss idno item ' +
    'label lem measure mentioned name num orgName orig persName placeName pubPlace publisher reg restore roleName ' +
    'row rs s seg sic subst supplied surname forename nameLink genName term time title unclear w pc email edition ' +
    'distinct ex am damage secl settlement country region series monogr analytic imprint'
  ).split(' '),
)

/** Before a line of verse. */
const indent = '\u00A0\u00A0'

/** All words of an element that is left out. */
const wordsIn = (element: XmlElement): string =>
  teiSourceLines(element, ({ line, column }) => ({ kind: 'line', line, column }))
    .map(({ text }) => text)
    .join('\n')

const isWebAddress = (url: string) => /^https?:/.test(url) && URL.canParse(url)

const targetOf = (target: string | undefined): string | null =>
  target?.startsWith('#') ? target.slice(1) : null

/** „12“ from `n="12"`, `n="[12]"`, `n="S. 12"`; null if there is no number. */
const pageOf = (n: string | undefined): string | null =>
  /^\[?(?:S\.\s*)?(\d{1,5}[a-z]?|[ivxlcdm]+)\]?$/i.exec(n?.trim() ?? '')?.[1] ?? null
