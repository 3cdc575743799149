import type { ImportPosition } from '../../import-position.ts'
import type { Remark } from '../../imported-text.ts'
import { readFormula, type FoundFormula } from '../formulas/read-formula.ts'
import type { RunBuilder } from './run-builder.ts'

/** Adds a formula to a paragraph and says what has become of it. */
export function addFormula(
  found: FoundFormula,
  builder: RunBuilder,
  at: ImportPosition,
  remarks: Remark[],
): void {
  const { pieces, remark } = readFormula(found, at)
  for (const { text, kinds } of pieces) builder.apart(text, kinds, at)
  if (remark) remarks.push(remark)
}
