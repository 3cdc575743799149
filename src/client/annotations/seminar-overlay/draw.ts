import { interfaceId, labelOf, readId } from '../../../contract/ids.ts'
import { kindNames } from '../../../contract/locator.ts'
import { inTimeSlices } from '../time-slices.ts'
import { colourNames } from '../colours.ts'
import { element } from '../../platform/element.ts'
import type { TextInfo } from '../exchange/texts.ts'
import { colours, wordsOf } from '../model.ts'
import { locatorOf } from '../page/filter.ts'
import { groupName, letterOf, sayShares, sharesOf, type Groups, type Share } from './groups.ts'
import type { OverlaidParagraph, OverlaidText, Overlay } from './overlay.ts'

/**
 * The overlay as a page: for each text the strip of its paragraphs, then every passage with what was written on it.
 * `names` are those of the people as they are to be shown.
 */
export async function draw(
  root: Document,
  host: HTMLElement,
  { people, texts }: Overlay,
  names: readonly string[],
  groups: Groups | null,
  infos: ReadonlyMap<string, TextInfo>,
  signal: AbortSignal,
): Promise<void> {
  host.replaceChildren()
  for (const text of texts) {
    const info = infos.get(text.text)
    const strip = element(root, 'ol', 'strip')
    const section = element(
      root,
      'section',
      '',
      element(root, 'h2', '', info?.title ?? text.title),
      strip,
    )
    host.append(section)
    const work = text.paragraphs.flatMap((paragraph) => {
      const list = element(root, 'ol')
      const shares = groups ? sharesOf(people, groups, paragraph.people) : []
      return [
        () => {
          strip.append(cell(root, text, paragraph, names.length, shares))
          section.append(block(root, text, paragraph, names.length, shares, info, list))
        },
        ...paragraph.marks.map((mark) => () => {
          const group = groups?.of.get(people[mark.person]!)
          list.append(item(root, mark, names, group === undefined ? '' : groupName(group)))
        }),
      ]
    })
    await inTimeSlices(work, (step) => step(), signal)
  }
}

type Mark = OverlaidParagraph['marks'][number]

export const anchorOf = ({ text }: OverlaidText, { id }: OverlaidParagraph) =>
  interfaceId(`tisch-${text}-${id}`)
export const nameOf = (id: string) => `${kindNames[readId(id)?.kind ?? 'paragraph']} ${labelOf(id)}`
/** „14“, „A31“: as short as the strip needs it. */
const shortNameOf = (id: string) => (readId(id)?.kind === 'note' ? 'A' : '') + labelOf(id)

/** A cell of the strip that shows how many readers marked each paragraph: number, a bar or one a group, and count. */
function cell(
  root: Document,
  text: OverlaidText,
  paragraph: OverlaidParagraph,
  of: number,
  shares: readonly Share[],
) {
  const { id } = paragraph
  const readers = paragraph.people.size
  const parts = shares.length > 0 ? shares : [{ readers, size: of }]
  const link = element(
    root,
    'a',
    '',
    element(root, 'span', 'sr-only', `${nameOf(id)}: `),
    hidden(element(root, 'span', 'strip-number', shortNameOf(id))),
    hidden(bars(root, parts)),
    element(root, 'span', 'strip-count', String(readers)),
    element(
      root,
      'span',
      'sr-only',
      ` von ${of}${shares.length > 0 ? `; ${sayShares(shares)}` : ''}`,
    ),
  )
  link.href = `#${anchorOf(text, paragraph)}`
  return element(root, 'li', '', link)
}

function hidden(element: HTMLElement) {
  element.ariaHidden = 'true'
  return element
}

function bars(root: Document, shares: readonly Share[]) {
  const full = element(root, 'span', 'strip-bar')
  for (const { readers, size } of shares) {
    const part = element(root, 'span')
    part.style.height = size > 0 ? `${Math.round((100 * readers) / size)}%` : '0'
    full.append(part)
  }
  return full
}

function block(
  root: Document,
  text: OverlaidText,
  paragraph: OverlaidParagraph,
  of: number,
  shares: readonly Share[],
  info: TextInfo | undefined,
  list: HTMLElement,
) {
  const { id, people, byColour } = paragraph
  const name = info ? element(root, 'a', '', nameOf(id)) : element(root, 'span', '', nameOf(id))
  if (info && name instanceof HTMLAnchorElement) name.href = `${info.href}#${id}`
  const names = colourNames()
  const counts = colours
    .filter((colour) => byColour[colour] > 0)
    .map((colour) => {
      const word = element(root, 'span', 'swatch-word', names[colour])
      const count = element(root, 'span', 'by-colour', `${byColour[colour]} × `, word)
      count.dataset['colour'] = colour
      return count
    })
  const byGroup = shares.map(({ readers, size }, group) =>
    element(root, 'span', '', `${letterOf(group)} ${readers} von ${size}`),
  )
  const made = element(
    root,
    'section',
    'table-paragraph',
    element(root, 'h3', '', name),
    element(root, 'p', 'table-counts', `${people.size} von ${of}`, ...byGroup, ...counts),
    list,
  )
  made.id = anchorOf(text, paragraph)
  return made
}

function item(
  root: Document,
  { person, annotation }: Mark,
  names: readonly string[],
  group: string,
) {
  const { colour, body, parts } = annotation
  const name = element(root, 'span', 'by-name', names[person]!.slice(0, 80))
  const who = element(root, 'p', 'table-person', name)
  if (group) who.append(element(root, 'span', '', group))
  if (parts.length > 1) who.append(element(root, 'span', '', locatorOf(annotation)))
  const made = element(
    root,
    'li',
    'table-mark',
    who,
    element(root, 'blockquote', '', wordsOf(annotation)),
  )
  if (body) made.append(element(root, 'p', 'own-words', body))
  made.dataset['colour'] = colour
  return made
}
