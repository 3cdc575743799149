import {
  hashOf,
  latestWording,
  type Finding,
  type Ledger,
  type Numbering,
  type Unit,
} from '../ledger/index.ts'
import { problem, type Problem } from '../../problems/content-problems.ts'
import type { SourcePosition } from '../../problems/problem.ts'

interface Context {
  units: readonly Unit[]
  ledger: Ledger | null
  path: string
  /** Where each unit begins. */
  positions: readonly SourcePosition[]
}

/** Problems with paragraph numbers. Paragraphs not frozen yet are reported only if there are no others. */
export function numberingProblems(numbering: Numbering, context: Context): Problem[] {
  const { units, ledger, positions } = context
  if (!ledger)
    return units.flatMap(({ mark }, i) => {
      const why = 'the text has no ledger, its paragraphs are counted'
      return mark === null ? [] : [problem(positions[i]!, 'invalid-number', mark, why)]
    })
  const settled = numbering.findings.map((finding) => say(finding, positions[finding.unit]!))
  return settled.length > 0 ? settled : unfrozen(numbering, ledger, context)
}

function say(finding: Finding, position: SourcePosition): Problem {
  switch (finding.kind) {
    case 'doubt':
      return problem(position, 'unsettled-paragraph', finding.candidates)
    case 'letters':
      return problem(position, 'exhausted-letters', finding.base, finding.next)
    case 'mark': {
      const why = { form: 'it is no number', twice: 'another paragraph has it' }[finding.reason]
      return problem(position, 'invalid-number', finding.mark, why)
    }
  }
}

function unfrozen(
  numbering: Numbering,
  ledger: Ledger,
  { units, path, positions }: Context,
): Problem[] {
  const entries = new Map(ledger.paragraphs.map((entry) => [entry.number, entry]))
  const reworded = numbering.numbers.filter((number, i) => {
    const entry = entries.get(number)
    return entry && latestWording(entry, ledger.versions) !== hashOf(units[i]!.wording)
  })
  const last = ledger.versions.at(-1)!.version
  return [
    ...(reworded.length > 0
      ? [problem({ path, line: 1, column: 1 }, 'unfrozen-wording', reworded, last)]
      : []),
    ...[...numbering.fresh.keys()].map((unit) =>
      problem(positions[unit]!, 'unfrozen-paragraph', numbering.numbers[unit]!),
    ),
  ]
}
