import type { Line } from './scan.ts'
import { endOfLastCall, joined, withoutCalls } from './calls.ts'
import { beginsLowerCase } from './sentence.ts'

const longestHeading = 110

/** Whether it is short, of one or two lines, and does not end like a sentence („?“ and „!“ are allowed). */
export function looksLikeHeading({ lines }: { lines: readonly Line[] }): boolean {
  const text = withoutCalls(joined(lines, ' '))
    .replace(/^\*\*(.+)\*\*$/, '$1')
    .trim()
  return (
    lines.length <= 2 &&
    !hasInnerCall(lines) &&
    text.length <= longestHeading &&
    /\p{L}/u.test(text) &&
    !beginsLowerCase(text) &&
    !isSpeech(text) &&
    !unfinished.test(text) &&
    !/[.,;:–…-][«»‹›"“”)\]*]*$/u.test(text)
  )
}

/** A line that ends with such a word goes on, as „Copyright 1921 by“ does. */
const unfinished =
  /\s(?:von|vom|by|und|oder|and|der|die|das|des|dem|den|ein|eine|einer|in|im|an|am|zu|zum|zur|mit|für|of|the)$/u

/** Whether it is a whole sentence in quotation marks. */
const isSpeech = (text: string): boolean =>
  /^[«»‹›„“"‚]/u.test(text) && /[.!?…–—-][«»‹›“”"‘’]+$/u.test(text)

/** Whether there is a call before the end, or several; titles have one, at their end. */
function hasInnerCall(lines: readonly Line[]): boolean {
  if (lines.flatMap(({ calls }) => calls).length > 1) return true
  return lines.some((line) => {
    const end = endOfLastCall(line)
    return end !== null && /\p{L}/u.test(line.text.slice(end))
  })
}

/** Titles of sections after the notes, which are headings wherever they are alone on a line. */
const behind =
  /^(?:literatur(?:verzeichnis|liste)?|bibliogra(?:ph|f)ie|quellen(?:verzeichnis)?|siglen|abbildungs(?:verzeichnis|nachweise?)|anhang|references|works cited|bibliography)$/iu

/** Titles of the notes section. */
const ofNotes = /^(?:anmerkungen|fußnoten|endnoten|(?:end|foot)?notes)$/iu

const bare = (text: string): string => text.replace(/^[\s#*]+|[\s*:]+$/gu, '')

export const namesPartBehind = (text: string): boolean => behind.test(bare(text))
export const namesNotes = (text: string): boolean => ofNotes.test(bare(text))

const opening =
  /^(?:einleitung|einführung|vorbemerkung|vorwort|prolog|(?:\d+\.)*\d+\.?\s|[IVX]+\.\s)/iu

/** Whether a line begins the text behind the title page. */
export const opensText = (text: string): boolean =>
  opening.test(text) || namesChapter(text) || namesSection(text)

const part = '(?:Kapitel|Teil|Abschnitt|Buch|Akt|Aufzug|Auftritt|Szene|Vorlesung|Brief|Stück)'
const ordinal =
  '(?:Erst|Zweit|Dritt|Viert|Fünft|Sechst|Siebt|Siebent|Acht|Neunt|Zehnt|Elft|Zwölft)e[rs]?'
/** „I.“, „§ 3“ */
const chapterNumber = /^(?:[IVXLC]{1,7}|\d{1,3}|§ ?\d{1,3})\.?$/u
/** „Erstes Kapitel.“, „Kapitel 3“ */
const chapterName = new RegExp(
  `^(?:(?:${ordinal}|\\d{1,3}\\.|[IVXLC]{1,7}\\.) ${part}|${part} (?:\\d{1,3}|[IVXLC]{1,7}))\\.?$`,
  'iu',
)

/** The number of a chapter, alone on its line. */
export const isChapterNumber = ({ lines }: { lines: readonly Line[] }): boolean =>
  lines.length === 1 && numbersChapter(lines[0]!.text)

export const numbersChapter = (text: string): boolean =>
  chapterNumber.test(text) || misreadNumber.test(text) || namesChapter(text)

/** „IH.“, „Vi.“, „xl.“: roman numbers as text recognition reads them. */
const misreadNumber = /^[IVXLHMUJivxljm1]{1,6}[.,]$/u

export const namesChapter = (text: string): boolean => chapterName.test(text)

/** „§ 3. Vom Graben.“ */
export const namesSection = (text: string): boolean => /^§ ?\d{1,3}\.? \p{Lu}/u.test(text)

const longestTitle = 80

/** Whether a line can be the title behind the number of a chapter, which may end with a full stop. */
export function isChapterTitle({ lines }: { lines: readonly Line[] }): boolean {
  const text = withoutCalls(joined(lines, ' ')).trim()
  return (
    lines.length <= 2 &&
    text.length <= longestTitle &&
    /^[*_]*\p{Lu}/u.test(text) &&
    !/[,;:!?–-][*_]*$|[.] \p{Lu}/u.test(text) &&
    !isSpeech(text)
  )
}

/** Lines of a table of contents end with dots or a gap and a page number. */
export const isContentsLine = (text: string): boolean =>
  /\p{L}.*?(?:\s{3,}|\s*(?:\. ?){3,}\s*|\s*…+\s*)(?:\d{1,4}|[ivxl]+)$/u.test(text)

export const namesContents = (text: string): boolean =>
  /^(?:inhalt(?:sverzeichnis|sübersicht)?|contents|table of contents)\.?$/iu.test(bare(text))
