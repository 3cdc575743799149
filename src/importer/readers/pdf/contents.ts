/** Tables of contents, whose entries are the headings of the text. */
import type { Remark } from '../../imported-text.ts'
import { question, quoted } from '../../report/remark.ts'
import { within } from './structure-tree.ts'
import { placeOf, textOf, type Line } from './page-model.ts'

const title = /^(?:inhalt(?:sverzeichnis|sübersicht)?|(?:table of )?contents)\s*:?$/i
const entry = /^(.*?\p{L}.*?)(?:[\s.·…]*\s|[.·…]{2,})(\d{1,4}|[ivxlc]{1,7})$/u

/** Takes tables of contents out, if most of their entries stand as lines elsewhere. */
export function withoutContents(lines: readonly Line[]): {
  lines: Line[]
  dropped: Line[]
  remarks: Remark[]
} {
  const dropped = new Set<Line>()
  const remarks: Remark[] = []
  const texts = lines.map((line) => textOf(line).trim())
  const starts = new Set(texts.map(folded))
  const tagged = lines.filter(({ block }) => within(block, /^TOCI?$/))
  const above = lines[lines.indexOf(tagged[0]!) - 1]
  if (above && title.test(textOf(above).trim())) tagged.unshift(above)
  if (tagged.length > 1) {
    for (const line of tagged) dropped.add(line)
    remarks.push(asked(tagged, tagged.length - 1))
    return { lines: lines.filter((line) => !dropped.has(line)), dropped: tagged, remarks }
  }
  const areEntries = lines.map((line, i) => isEntry(line, texts[i]!))
  for (let i = 0; i < lines.length; i += 1) {
    const isTitled = title.test(texts[i]!)
    const from = isTitled ? i + 1 : i
    const end = endOf(areEntries, from)
    if (end - from < (isTitled ? 2 : 3)) continue
    const entries = texts.slice(from, end).flatMap((text) => entry.exec(text)?.[1] ?? [])
    const found = entries.filter((one) => starts.has(folded(one))).length
    if (found >= 0.6 * entries.length) {
      const own = lines.slice(i, end)
      for (const line of own) dropped.add(line)
      remarks.push(asked(own, entries.length))
    }
    i = end - 1
  }
  return { lines: lines.filter((line) => !dropped.has(line)), dropped: [...dropped], remarks }
}

function asked(lines: readonly Line[], entries: number): Remark {
  const words = quoted(lines.map((line) => textOf(line)).join(' / '), Infinity)
  const text = `Inhaltsverzeichnis mit ${entries} Einträgen weggelassen: ${words}. Fehlt darin etwas, das im Text keine Überschrift ist?`
  return question('dropped', placeOf(lines[0]!), text)
}

/** Behind the last entry of the run from `from` on; a line without number may begin an entry in two lines. */
function endOf(areEntries: readonly boolean[], from: number): number {
  let end = from
  for (let i = from; i < areEntries.length && i <= end + 1; i += 1) if (areEntries[i]) end = i + 1
  return end
}

/** Words, and at the right a number that stands apart or behind dots. */
function isEntry(line: Line, text: string): boolean {
  // Most lines end in no number, which is told faster.
  if (!/[\divxlc]$/.test(text) || !entry.test(text)) return false
  const [before, last] = line.pieces.slice(-2)
  const isApart = before && last && /^(?:\d{1,4}|[ivxlc]+)$/.test(last.text.trim())
  return (
    /(?:[.·…]\s?){3,}\s*\S+$/.test(text) || Boolean(isApart && last.x - before.right > line.size)
  )
}

const folded = (text: string): string =>
  text
    .toLowerCase()
    .replace(/(?:[.·…]\s?){3,}/g, '')
    .replace(/[^\p{L}\p{N}]/gu, '')
