import type { ScanPassage, ScanRemark, Wording } from '../scan.ts'
import { quoted } from '../../../report/remark.ts'
import { apply, together, type Finding } from './finding.ts'
import {
  readAddresses,
  readCalls,
  readEmphasis,
  readEscapes,
  readGuillemets,
  readLinks,
  readSoftHyphens,
  type InlineContext,
  type Origin,
  type Reader,
} from './readers.ts'

/** In this order: each reader does not see what those before it have read. */
const readers: readonly Reader[] = [
  readLinks,
  readEscapes,
  readAddresses,
  readCalls,
  readGuillemets,
  readEmphasis,
  readSoftHyphens,
]

/** Removes the markup from a wording and returns it as ranges and points. */
export function readInline(
  wording: Wording,
  context: InlineContext,
): { passage: ScanPassage; remarks: ScanRemark[] } {
  const origin: Origin = {
    offset: (index) => wording.at[index] ?? 0,
    around: (index) => quoted(wording.text.slice(Math.max(0, index - 15), index + 15)),
  }
  const findings: Finding[] = []
  let rest = wording.text
  for (const read of readers) {
    const finding = read(rest, context, origin)
    findings.push(finding)
    rest = blotted(rest, finding)
  }
  const found = together(findings)
  return { passage: apply(wording, found), remarks: found.remarks }
}

/** Replaces characters already read: those without width by brackets, others by letters. */
function blotted(text: string, { edits, spans }: Finding): string {
  const units = text.split('')
  for (const { kind, from, to } of spans) if (kind === 'link') units.fill('x', from, to)
  for (const { from, to, text } of edits)
    units.fill(/^[\p{L}\p{N}_.~%=&#-]/u.test(text) ? 'x' : ')', from, to)
  return units.join('')
}
