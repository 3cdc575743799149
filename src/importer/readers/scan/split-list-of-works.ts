import { namesListOfWorks } from '../../apparatus/references/list-of-works.ts'
import { isDeeper } from './line-layout.ts'
import { textOf, type Step, type Unit } from './note-starts.ts'
import type { Line } from './scan.ts'
import { beginsLowerCase } from './sentence.ts'

/** Splits the list of works at the end of a text into its entries, where no blank lines separate them. */
export function splitListOfWorks(steps: readonly Step[]): Step[] {
  const begin = steps.findLastIndex(
    (step) => step !== 'seam' && !step.note && namesListOfWorks(step.lines[0]!.text),
  )
  if (begin < 0) return [...steps]
  const rest = steps.slice(begin).flatMap((step, i): Step[] => {
    if (i > 0 || step === 'seam' || step.lines.length === 1) return [step]
    const [title, ...lines] = step.lines as [Line, ...Line[]]
    return [part([title]), part(lines)]
  })
  const units = rest.slice(1).filter((step) => step !== 'seam' && !step.note) as Unit[]
  const lines = units.flatMap((unit) => unit.lines)
  const base = lines.reduce((least, { indent }) => Math.min(least, indent), Infinity)
  const hangs = lines.some((line) => isDeeper(line, base))
  const begins = hangs
    ? (own: readonly Line[], i: number) =>
        !isDeeper(own[i]!, base) && !beginsLowerCase(own[i]!.text)
    : beginsEntry
  return [
    ...steps.slice(0, begin),
    ...rest.flatMap((step, i) =>
      i === 0 || step === 'seam' || step.note ? [step] : entriesOf(step, begins),
    ),
  ]
}

const part = (lines: Line[]): Unit => ({ lines, note: null })

/** The lines of an entry have the indent of its first one, since a hanging indent has no further meaning. */
function entriesOf({ lines }: Unit, begins: (own: readonly Line[], i: number) => boolean): Step[] {
  const bounds = [0, ...lines.keys().filter((i) => i > 0 && begins(lines, i)), lines.length]
  return bounds.slice(1).map((end, i) => {
    const own = lines.slice(bounds[i], end)
    return part(own.map((line) => ({ ...line, indent: own[0]!.indent })))
  })
}

const names =
  /^(?:[–—―-]{1,4}\s|(?:ders|dies)\.|(?:(?:von|van|de|der) ){0,2}\p{Lu}[\p{L}’'-]+(?:,| \p{Lu}|\s?[/&(]|:))/iu
const dated = /^[^:]{2,150}?[ ([](?:1[4-9]|20)\d{2}[a-z]?[)\]]?[:.,\s]|^[^:.]{3,80}: /u

/** Whether an entry begins at a line that looks like those after it. */
function beginsEntry(lines: readonly Line[], i: number): boolean {
  const { text } = lines[i]!
  const both = textOf({ lines: lines.slice(i, i + 2) }).replace('\n', ' ')
  return /[.)\d>/]$/.test(lines[i - 1]!.text) && names.test(text) && dated.test(both)
}
