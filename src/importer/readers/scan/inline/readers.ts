import { starName } from '../../../../contract/ids.ts'
import { quoted, question, remark } from '../../../report/remark.ts'
import { addressesIn } from './address.ts'
import { emphasisIn } from './emphasis.ts'
import { nothingFound, type Finding } from './finding.ts'
import type { Call } from '../scan.ts'
import { isFormula, texToText } from './tex.ts'

export interface InlineContext {
  /** The scan has a note marked with a star, so that a single star may be its call. */
  starNote: boolean
  /** The calls in the wording; null inside notes, which have none. */
  calls: readonly Call[] | null
}

const escape = /\\([!-/:-@[-`{-~])/g

/** The original wording; `offset`: offset of a character in the scan. */
export interface Origin {
  offset: (index: number) => number
  around: (index: number) => string
}

/** Reads one kind of markup in the characters not read by earlier readers. */
export type Reader = (text: string, context: InlineContext, origin: Origin) => Finding

/** `\$` → $, `$\langle x$` → <x */
export const readEscapes: Reader = (text, _, { offset }) => {
  const finding: Finding = { ...nothingFound, edits: [], remarks: [] }
  for (const match of text.matchAll(/\\([!-/:-@[-`{-~])|\$(?!\s)([^$\n]{1,80})(?<!\s)\$(?!\d)/g)) {
    const [whole, character, inner] = match
    const from = match.index
    const to = from + whole.length
    if (character !== undefined) {
      finding.edits.push({ from, to, text: character })
      const sentence = `${quoted(whole)} ist ${quoted(character)}: der Schrägstrich gehört zum Scan.`
      finding.remarks.push(remark('characters', offset(from), sentence))
    } else if (isFormula(inner!)) {
      const read = texToText(inner!)
      const sentence =
        read === null
          ? `Die Formel ${quoted(whole)} ist nicht gelesen und blieb stehen.`
          : `${quoted(whole)} ist als ${quoted(read)} gelesen.`
      if (read !== null) finding.edits.push({ from, to, text: read })
      finding.remarks.push(question('characters', offset(from), sentence))
    }
  }
  return finding
}

/** `[example.org/x](https://example.org/x)` → its words, linked */
export const readLinks: Reader = (text) => {
  const finding: Finding = { ...nothingFound, edits: [], spans: [] }
  const link = /\[([^[\]]+)\]\(((?:https?:\/\/|mailto:)(?:[^\s()]|\([^\s()]*\))+)\)/g
  for (const match of text.matchAll(link)) {
    const from = match.index + 1
    const to = from + match[1]!.length
    finding.edits.push({ from: match.index, to: from, text: '' })
    for (const { index } of match[1]!.matchAll(escape))
      finding.edits.push({ from: from + index, to: from + index + 1, text: '' })
    finding.edits.push({ from: to, to: match.index + match[0].length, text: '' })
    finding.spans.push({ kind: 'link', url: match[2]!.replace(escape, '$1'), from, to })
  }
  return finding
}

/** stratechery.com/2025 → link; its target is determined after all markup has been removed */
export const readAddresses: Reader = (text) => ({
  ...nothingFound,
  spans: addressesIn(text).map((place) => ({ kind: 'link', url: '', ...place })),
})

/** Longest white space before a call that is looked at. */
const longestGap = 50

/** Removes the space before `[12]` that some scans have, so that a call cannot move to the next line alone. */
export const readCalls: Reader = (text, { calls }, { offset }) => {
  const finding: Finding = { ...nothingFound, edits: [], calls: [], remarks: [] }
  const legible = (calls ?? []).filter(({ mark, index }) => text.startsWith(mark, index))
  for (const { number, mark, index } of legible) {
    const to = index + mark.length
    const before = text.slice(Math.max(0, index - longestGap), index)
    const apart = /(?<=\S)\s+$/.exec(before)?.[0].length ?? 0
    const from = /^[\p{L}\p{N}]/u.test(text.slice(to, to + 2)) ? index : index - apart
    finding.edits.push({ from, to, text: '' })
    finding.calls.push({ label: String(number), index: from })
    if (from < index)
      finding.remarks.push(
        remark('characters', offset(from), 'Ein Leerzeichen vor dem Ruf ist weggelassen.'),
      )
  }
  return finding
}

/** `<Moment>` → ‹Moment› */
export const readGuillemets: Reader = (text, _, { offset, around }) => {
  const { pairs, odd } = guillemetsIn(text)
  return {
    ...nothingFound,
    edits: pairs.flatMap(({ open, close }) => [
      { from: open, to: open + 1, text: '‹' },
      { from: close, to: close + 1, text: '›' },
    ]),
    remarks: [
      ...pairs.map(({ open, close }) => {
        const words = text.slice(open + 1, close)
        return remark('characters', offset(open), `${quoted(`<${words}>`)} ist ‹${words}›.`)
      }),
      ...odd.map((index) => {
        const sentence = `Das Zeichen ${quoted(text[index]!)} in ${around(index)} blieb stehen; es sieht nicht nach einem Guillemet aus.`
        return question('characters', offset(index), sentence)
      }),
    ],
  }
}

/** `*words*` → emphasis; a single star may call the star note */
export const readEmphasis: Reader = (text, { starNote, calls }, { offset, around }) => {
  const { pairs, single } = emphasisIn(text)
  const finding: Finding = { edits: [], spans: [], calls: [], remarks: [] }
  for (const { kind, open, close, width } of pairs) {
    finding.edits.push({ from: open, to: open + width, text: '' })
    finding.edits.push({ from: close, to: close + width, text: '' })
    finding.spans.push({ kind, from: open + width, to: close })
  }
  for (const index of single) {
    const before = text[index - 1] ?? ' '
    const after = text[index + 1] ?? ' '
    if (starNote && calls && /[^\s*]/.test(before) && /[^\p{L}\p{N}*]/u.test(after)) {
      finding.edits.push({ from: index, to: index + 1, text: '' })
      finding.calls.push({ label: starName, index })
      continue
    }
    if (text[index] !== '*') continue
    const sentence = `Der Stern in ${around(index)} hat kein Gegenstück und blieb als Stern stehen.`
    finding.remarks.push(question('characters', offset(index), sentence))
  }
  return finding
}

/** Removes soft hyphens inside a line. */
export const readSoftHyphens: Reader = (text, _, { offset }) => {
  const found = [...text.matchAll(/\u00AD/g)].map(({ index }) => index)
  return {
    ...nothingFound,
    edits: found.map((index) => ({ from: index, to: index + 1, text: '' })),
    remarks: found.map((index) =>
      remark('characters', offset(index), 'Ein bedingter Trennstrich ist weggelassen.'),
    ),
  }
}

const tag =
  /^\/?(?:a|b|i|u|em|strong|br|p|sub|sup|span|div|img|table|tr|td|th|ul|ol|li|h[1-6]|hr)(?:\s+[a-z-]+=.*)?\s*\/?$/

/**
 * Indices of the characters `<` and `>` that are guillemets: `<Moment>` → ‹Moment›.
 * `odd`: all others, which are HTML or unpaired.
 */
function guillemetsIn(text: string): {
  pairs: { open: number; close: number }[]
  odd: number[]
} {
  const pairs = [...text.matchAll(/<(?=\S)([^<>]{1,300}?)(?<=\S)>/gu)]
    .filter((match) => !tag.test(match[1]!))
    .map(({ index, 0: whole }) => ({ open: index, close: index + whole.length - 1 }))
  const paired = new Set(pairs.flatMap(({ open, close }) => [open, close]))
  const odd = [...text.matchAll(/[<>]/g)]
    .map(({ index }) => index)
    .filter((index) => !paired.has(index))
  return { pairs, odd }
}
