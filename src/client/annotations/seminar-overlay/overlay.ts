import type { NotesFile } from '../exchange/read-file.ts'
import { colours, type Annotation, type Colour } from '../model.ts'
import { byId, byPlace, groupBy } from '../order.ts'

/** The annotations of several readers, by paragraph. */
export interface Overlay {
  people: string[]
  texts: OverlaidText[]
}

export interface OverlaidText {
  text: string
  title: string
  paragraphs: OverlaidParagraph[]
}

export interface OverlaidParagraph {
  id: string
  /** Who marked something here. */
  people: ReadonlySet<number>
  byColour: Record<Colour, number>
  /** In the order of the words. */
  marks: { person: number; annotation: Annotation }[]
}

export interface Sheet {
  /** Of the file, without its ending: a name where the file says none. */
  name: string
  file: NotesFile
}

/**
 * Yields wherever the work may rest.
 * @param sheets two of one person are one person’s; an annotation that comes twice counts once
 * @param shown of other colours only the people count
 */
export function* overlay(
  sheets: readonly Sheet[],
  shown: ReadonlySet<Colour> = new Set(colours),
): Generator<void, Overlay> {
  const names = yield* nameSheets(sheets)
  const nameOf = (sheet: Sheet) => names.get(sheet)!
  const people = [...new Set(names.values())].sort((a, b) => a.localeCompare(b, 'de'))
  const titles = new Map(sheets.flatMap(({ file }) => [...file.titles]))
  const seen = new Set<string>()
  const marks: OverlaidParagraph['marks'] = []
  for (const sheet of sheets) {
    const person = people.indexOf(nameOf(sheet))
    for (const entry of sheet.file.entries) {
      const key = `${person} ${entry.id}`
      if ('removed' in entry || seen.has(key)) continue
      seen.add(key)
      if (!shown.has(entry.colour)) continue
      marks.push({ person, annotation: entry })
    }
    yield
  }
  const texts: OverlaidText[] = []
  for (const [text, own] of groupBy(marks, ({ annotation }) => annotation.text))
    texts.push({
      text,
      title: titles.get(text) ?? text,
      paragraphs: yield* paragraphsOf(own),
    })
  return { people, texts: texts.sort((a, b) => a.title.localeCompare(b.title, 'de')) }
}

/** Two files of one name are of one person where they share an annotation; else of two: „Anna“, „Anna (2)“. */
function* nameSheets(sheets: readonly Sheet[]): Generator<void, Map<Sheet, string>> {
  const names = new Map<Sheet, string>()
  const ids = new Map<string, Set<string>>()
  for (const sheet of sheets) {
    const name = sheet.file.creator || sheet.name
    const own = sheet.file.entries.map(({ id }) => id)
    const isOf = (known: ReadonlySet<string> | undefined) =>
      !known || own.length === 0 || own.some((id) => known.has(id))
    let number = 1
    const numbered = () => (number === 1 ? name : `${name} (${number})`)
    while (!isOf(ids.get(numbered()))) number++
    names.set(sheet, numbered())
    ids.set(numbered(), new Set([...(ids.get(numbered()) ?? []), ...own]))
    yield
  }
  return names
}

/** A passage over several paragraphs counts for each, and is listed at the first. */
function* paragraphsOf(marks: OverlaidParagraph['marks']): Generator<void, OverlaidParagraph[]> {
  const inParagraphs = new Map<string, OverlaidParagraph['marks']>()
  for (const [i, mark] of marks.entries()) {
    for (const id of new Set(mark.annotation.parts.map(({ id }) => id))) {
      const own = inParagraphs.get(id)
      if (own) own.push(mark)
      else inParagraphs.set(id, [mark])
    }
    if (i % 100 === 99) yield
  }
  const paragraphs: OverlaidParagraph[] = []
  for (const [id, own] of inParagraphs) {
    paragraphs.push({
      id,
      people: new Set(own.map(({ person }) => person)),
      byColour: countColours(own.map(({ annotation }) => annotation.colour)),
      marks: own
        .filter(({ annotation }) => annotation.parts[0]!.id === id)
        .sort((a, b) => byPlace(a.annotation, b.annotation)),
    })
    yield
  }
  return paragraphs.sort((a, b) => byId(a.id, b.id))
}

const countColours = (list: readonly Colour[]) =>
  Object.fromEntries(
    colours.map((colour) => [colour, list.filter((other) => other === colour).length]),
  ) as Record<Colour, number>

/** The numbers from 0 to `count - 1` in random order (Fisher–Yates). `random` gives a number from 0 up to 1. */
export function shuffled(count: number, random: () => number): number[] {
  const order = Array.from({ length: count }, (_, i) => i)
  for (let i = count - 1; i > 0; i--) {
    const other = Math.floor(random() * (i + 1))
    ;[order[i], order[other]] = [order[other]!, order[i]!]
  }
  return order
}
