/** Title, subtitle and authors at the beginning of a word processor's file. */
import type { Head, Passage, Point, Remark } from '../../imported-text.ts'
import { quoted, question, remark } from '../../report/remark.ts'
import { withoutTitles } from '../person-names.ts'
import type { FlowItem, FlowParagraph } from './flow.ts'
import { isEmpty, joined, withPointsBefore } from './passages.ts'

/** What the file's own properties say; empty if they say nothing. */
export interface Properties {
  title: string
  author: string
}

/** The title page ends where a paragraph is longer than this. */
const longest = 160
/** Paragraphs looked at for a title page. */
const most = 12

/** Takes the title page out of the flow; `slug` is the title if there is none. */
export function headOf(
  flow: readonly FlowItem[],
  properties: Properties,
  slug: string,
): { head: Head; flow: FlowItem[]; remarks: Remark[] } {
  const remarks: Remark[] = []
  const page = titlePage(flow)
  const roles = new Map<FlowParagraph, 'title' | 'subtitle' | 'author'>()
  const styled = page.filter(
    ({ role }) => role === 'title' || role === 'subtitle' || role === 'author',
  )
  for (const paragraph of styled) roles.set(paragraph, paragraph.role as 'title')
  if (![...roles.values()].includes('title')) {
    const found = unstyledTitle(flow, page, properties, remarks)
    if (found) roles.set(found, 'title')
  }
  const of = (role: string) => page.filter((paragraph) => roles.get(paragraph) === role)
  let titles = of('title')
  let subtitles = of('subtitle')
  if (titles.length > 1 && subtitles.length === 0)
    [titles, subtitles] = [titles.slice(0, 1), titles.slice(1)]

  const authors = of('author').flatMap((paragraph) => {
    const people = peopleIn(textOf(paragraph))
    return people.length > 0 ? people : [textOf(paragraph)]
  })
  if (authors.length === 0 && titles.length > 0) {
    const last = page.findLast((paragraph) => roles.has(paragraph))
    const line = page
      .slice(last ? page.indexOf(last) + 1 : 0)
      .find((paragraph) => paragraph.role !== 'heading' && peopleIn(textOf(paragraph)).length > 0)
    if (line) {
      roles.set(line, 'author')
      authors.push(...peopleIn(textOf(line)))
      const sentence = `${quoted(textOf(line))} ist als Verfasser*in gelesen: ${authors.join(', ')}.`
      remarks.push(remark('head', line.at, sentence))
    }
  }
  const at = titles[0]?.at ?? page[0]?.at ?? { kind: 'paragraph', part: null, paragraph: 1 }
  if (authors.length === 0) {
    const [named] = [properties.author].filter((name) => peopleIn(name).length > 0)
    if (named) authors.push(...peopleIn(named))
    const sentence = named
      ? `Kein Name auf der ersten Seite; ${quoted(named)} steht als Verfasser*in in den Eigenschaften der Datei.`
      : 'Kein Name gefunden; `author` ist von Hand einzutragen.'
    remarks.push(question('head', at, sentence))
  }
  const title = titles.map(textOf).join(' ')
  if (title === '')
    remarks.push(question('head', at, 'Kein Titel gefunden; vorläufig steht der Dateiname da.'))
  const head: Head = {
    title: title || slug,
    subtitle: subtitles.map(textOf).join('. ') || null,
    authors: authors.length > 0 ? authors : ['unbekannt'],
  }
  for (const paragraph of [...titles, ...subtitles]) {
    const marked = joined(paragraph.lines).marks.filter(
      ({ kind }) => kind !== 'strong' && kind !== 'lang',
    )
    if (marked.length > 0)
      remarks.push(
        remark(
          'head',
          paragraph.at,
          `Ein Titel trägt keine Auszeichnung; sie ist weggelassen in ${quoted(textOf(paragraph))}.`,
        ),
      )
  }
  const rest = flow.filter((item) => item.kind === 'block' || !roles.has(item))
  return { head, flow: withPointsOf([...roles.keys()], rest, remarks), remarks }
}

const textOf = ({ lines }: FlowParagraph): string => joined(lines).text

/** The first paragraphs with words, up to the first long one or the second heading. */
function titlePage(flow: readonly FlowItem[]): FlowParagraph[] {
  const page: FlowParagraph[] = []
  for (const item of flow) {
    if (page.length >= most || item.kind === 'block') break
    if (item.lines.every(({ text }) => text === '')) continue
    if (item.list || textOf(item).length > 2 * longest) break
    if (item.role === 'heading' && page.length > 0) break
    page.push(item)
    if (textOf(item).length > longest && !['title', 'subtitle'].includes(item.role)) break
  }
  return page
}

/** A file without a paragraph in the style of a title. */
function unstyledTitle(
  flow: readonly FlowItem[],
  page: readonly FlowParagraph[],
  properties: Properties,
  remarks: Remark[],
): FlowParagraph | null {
  const [first] = page
  if (!first) return null
  const sentence = `${quoted(textOf(first), 200)} ist als Titel gelesen`
  const same = page.find(
    (paragraph) => textOf(paragraph) === properties.title && properties.title !== '',
  )
  if (same) return same
  const headings = flow.filter(
    (item) => item.kind === 'paragraph' && item.role === 'heading',
  ) as FlowParagraph[]
  if (first.role === 'heading') {
    const others = headings.filter((item) => item !== first && item.level <= first.level)
    if (others.length > 0) return null
    remarks.push(
      remark('head', first.at, `${sentence}, weil er die einzige Überschrift seiner Stufe ist.`),
    )
    return first
  }
  if (!first.prominent || textOf(first).length > longest) return null
  remarks.push(question('head', first.at, `${sentence}, weil er hervorgehoben am Anfang steht.`))
  return first
}

/** A title carries neither notes nor pages: they move to the beginning of the text. */
function withPointsOf(
  taken: readonly FlowParagraph[],
  flow: FlowItem[],
  remarks: Remark[],
): FlowItem[] {
  const points = taken.flatMap(({ lines }) => lines.flatMap((line) => line.points))
  if (points.length === 0) return flow
  const index = flow.findIndex(
    (item) =>
      item.kind === 'paragraph' &&
      item.role !== 'heading' &&
      item.lines.some((line) => line.text !== ''),
  )
  const first = flow[index]
  for (const paragraph of taken)
    if (paragraph.lines.some((line) => line.points.some(({ kind }) => kind === 'call')))
      remarks.push(
        question(
          'notes',
          paragraph.at,
          'Ein Ruf stand in der Titelei; er steht jetzt am Anfang des ersten Absatzes, weil ein Titel keine Anmerkung trägt.',
        ),
      )
  if (first?.kind !== 'paragraph')
    return [
      {
        ...taken[0]!,
        role: 'plain',
        lines: [points.reduce(pointsOnly, { text: '', positions: [], marks: [], points: [] })],
      },
      ...flow,
    ]
  const line = first.lines.findIndex((one) => !isEmpty(one))
  const lines = first.lines.with(line, withPointsBefore(first.lines[line]!, points as Point[]))
  return flow.with(index, { ...first, lines })
}

const pointsOnly = (passage: Passage, point: Point): Passage => ({
  ...passage,
  points: [...passage.points, { ...point, index: 0 }],
})

const particle = /^(?:von|van|vom|zu|zur|zum|der|den|de|di|del|della|du|la|le|ten|ter|und)$/i
const noName =
  /^(?:am|an|auf|aus|bei|das|dem|die|ein|eine|im|in|ins|ist|mit|nach|ohne|über|um|unter|wie|the|of|on|for|to|with|januar|februar|märz|april|mai|juni|juli|august|september|oktober|november|dezember)$/i

/** The names in a line such as „von Anna Berg und Dr. Karl Tal“; none if it is not a line of names. */
export function peopleIn(line: string): string[] {
  const names = line
    .trim()
    .replace(/^(?:von|by|verfasst von|autor(?:in|en|innen)?:)\s+/i, '')
    .split(/\s*[,;/]\s+|\s+(?:und|and|&)\s+/)
    .map(withoutTitles)
    .filter((name) => name !== '')
  return names.length > 0 && names.every(isName) ? names : []
}

function isName(name: string): boolean {
  const words = name.split(' ')
  return (
    words.length >= 2 &&
    words.length <= 5 &&
    words.every(
      (word) => (/^\p{Lu}[\p{L}’'-]*\.?$/u.test(word) && !noName.test(word)) || particle.test(word),
    ) &&
    /^\p{Lu}/u.test(words[0]!) &&
    /^\p{Lu}\p{L}/u.test(words.at(-1)!)
  )
}
