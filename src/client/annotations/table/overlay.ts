import type { NotesFile } from '../exchange/read-file.ts'
import { colours, type Annotation, type Colour } from '../model.ts'
import { byId, byPlace, groupBy } from '../order.ts'

/** Several readers’ annotations laid over one another. */
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
  /** How many people marked something here. */
  readers: number
  byColour: Record<Colour, number>
  /** In the order of the words. */
  marks: { person: number; annotation: Annotation }[]
}

export interface Sheet {
  /** Of the file, without its ending: a name where the file says none. */
  name: string
  file: NotesFile
}

/** @param sheets two of one person are one person’s; an annotation that comes twice counts once */
export function overlay(sheets: readonly Sheet[]): Overlay {
  const names = nameSheets(sheets)
  const nameOf = (sheet: Sheet) => names.get(sheet)!
  const people = [...new Set(names.values())].sort((a, b) => a.localeCompare(b, 'de'))
  const titles = new Map(sheets.flatMap(({ file }) => [...file.titles]))
  const seen = new Set<string>()
  const marks = sheets.flatMap((sheet) => {
    const person = people.indexOf(nameOf(sheet))
    return sheet.file.entries.flatMap((entry) => {
      const key = `${person} ${entry.id}`
      if ('removed' in entry || seen.has(key)) return []
      seen.add(key)
      return [{ person, annotation: entry }]
    })
  })
  const texts = [...groupBy(marks, ({ annotation }) => annotation.text)].map(([text, own]) => ({
    text,
    title: titles.get(text) ?? text,
    paragraphs: paragraphsOf(own),
  }))
  return { people, texts: texts.sort((a, b) => a.title.localeCompare(b.title, 'de')) }
}

/** Two files of one name are of one person where they share an annotation; else of two: „Anna“, „Anna (2)“. */
function nameSheets(sheets: readonly Sheet[]): Map<Sheet, string> {
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
  }
  return names
}

/** A passage over several paragraphs counts in each; its words stand at the first. */
function paragraphsOf(marks: OverlaidParagraph['marks']): OverlaidParagraph[] {
  const inParagraphs = marks.flatMap((mark) =>
    [...new Set(mark.annotation.parts.map(({ id }) => id))].map((id) => ({ id, mark })),
  )
  return [...groupBy(inParagraphs, ({ id }) => id)]
    .map(([id, own]) => ({
      id,
      readers: new Set(own.map(({ mark }) => mark.person)).size,
      byColour: countColours(own.map(({ mark }) => mark.annotation.colour)),
      marks: own
        .map(({ mark }) => mark)
        .filter(({ annotation }) => annotation.parts[0]!.id === id)
        .sort((a, b) => byPlace(a.annotation, b.annotation)),
    }))
    .sort((a, b) => byId(a.id, b.id))
}

const countColours = (list: readonly Colour[]) =>
  Object.fromEntries(
    colours.map((colour) => [colour, list.filter((other) => other === colour).length]),
  ) as Record<Colour, number>
