/** Tables and captions, which the print puts where there is room for them. */
import { isBelow, type Group } from './group-lines.ts'
import { endsSentence } from './line-ends.ts'
import { within } from './structure-tree.ts'
import { textOf } from './page-model.ts'
import { isGroup, linesIn, type Part } from './text-blocks.ts'

const caption =
  /^(?:Tab(?:elle|\.)?|Abb(?:ildung|\.)?|Fig(?:ur|ure|\.)?|Table|Grafik|Diagramm|Schaubild)\s*\d+(?:\.\d+)?\s*[:.–-]/

export const isCaption = ({ lines }: Group): boolean =>
  caption.test(textOf(lines[0]!)) || within(lines[0]!.block, /^Caption$/) !== null

/** Gives tables their captions, and joins a paragraph that goes on behind a table or a caption. */
export function settleFloats(parts: readonly Part[]): Part[] {
  return joined(captioned(parts))
}

function captioned(parts: readonly Part[]): Part[] {
  const used = new Set<Part>()
  const settled = parts.map((part, i): Part => {
    if (isGroup(part) || 'picture' in part || ('role' in part && part.role !== 'Table')) return part
    const near = [parts[i - 1], parts[i + 1]].find(
      (other): other is Group =>
        other !== undefined &&
        isGroup(other) &&
        !used.has(other) &&
        isCaption(other) &&
        (/^Tab/.test(wordsOf(other)) || isTaggedFor(other, part)),
    )
    if (!near) return part
    used.add(near)
    return { ...part, caption: near.lines }
  })
  return settled.filter((part) => !used.has(part))
}

/** Whether the structure has the caption inside the table, or beside it in the same group. */
function isTaggedFor({ lines }: Group, part: Part): boolean {
  const own = within(lines[0]!.block, /^Caption$/)
  const table = within(linesIn(part)[0]!.block, /^Table$/)
  return own !== null && table !== null && (own.parent === table || own.parent === table.parent)
}

const wordsOf = ({ lines }: Group): string => textOf(lines[0]!)

/** The float then stands behind the paragraph. */
function joined(parts: readonly Part[]): Part[] {
  const done: Part[] = []
  for (const part of parts) {
    const before = done.findLastIndex((other) => !isFloat(other))
    const open = done[before]
    const isBehindFloat = before >= 0 && before < done.length - 1
    if (isBehindFloat && open && isGroup(open) && isGroup(part) && goesOn(open, part))
      done[before] = { ...open, lines: [...open.lines, ...part.lines] }
    else done.push(part)
  }
  return done
}

const isFloat = (part: Part): boolean =>
  isGroup(part) ? isCaption(part) : !('role' in part) || part.role === 'Table'

function goesOn(open: Group, part: Group): boolean {
  const last = open.lines.at(-1)!
  const next = part.lines[0]!
  if (Math.abs(last.size - next.size) > 0.04 * last.size) return false
  const end = textOf(last)
  const isDivided = /\p{L}[-\u00AD¬]$/u.test(end)
  const isMid = /^[«‹„“(]*[\p{Ll}\d(]/u.test(textOf(next)) && !endsSentence(end) && !/:$/.test(end)
  return isDivided || (isMid && !(isBelow(last, next) && last.right < last.edge - 4 * last.size))
}
