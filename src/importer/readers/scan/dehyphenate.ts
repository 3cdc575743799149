import { jointOf, type Vocabulary } from '../divided-words.ts'
import type { ScanRemark, Wording } from './scan.ts'
import { concat, nothing, slice, space, trimmed } from './wording.ts'

/** Joins the text before and after a line or page break: removes the hyphen of a divided word, else adds a space. */
export function dehyphenate(
  before: Wording,
  after: Wording,
  vocabulary: Vocabulary,
): { wording: Wording; remarks: ScanRemark[] } {
  const left = trimmed(before)
  const right = trimmed(after)
  const joint = jointOf(left.text, right.text, vocabulary)
  const offset = right.at[0]!
  const wording = concat([
    joint.dropped ? slice(left, 0, left.text.length - 1) : left,
    joint.space ? space(offset) : nothing,
    right,
  ])
  const remarks = joint.remark ? [{ topic: 'hyphens' as const, at: offset, ...joint.remark }] : []
  return { wording, remarks }
}
