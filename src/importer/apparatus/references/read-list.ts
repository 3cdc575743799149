import {
  positionIn,
  type Block,
  type Passage,
  type Person,
  type Remark,
} from '../../imported-text.ts'
import { question, quoted } from '../../report/remark.ts'
import type { CitedWorks } from './cited-works.ts'
import { readListEntry } from './list-entry.ts'
import { listOfWorks } from './list-of-works.ts'
import { WorksByDate } from './works-by-date.ts'

/** Reads the works of the list at the end of a text; entries that are not understood are asked about. */
export function readListOfWorks(
  blocks: readonly Block[],
  cited: CitedWorks,
): { works: WorksByDate; entries: ReadonlySet<Passage>; remarks: Remark[] } {
  const works = new WorksByDate()
  const remarks: Remark[] = []
  const entries = listOfWorks(blocks)
  let before: Person[] = []
  for (const entry of entries) {
    const read = readListEntry(entry.text, before)
    if (!read) {
      const sentence = `Im Literaturverzeichnis nicht verstanden: ${quoted(entry.text, 120)}. Es steht im Text, aber nicht als Werk in der Bibliografie.`
      remarks.push(question('works', positionIn(entry, 0), sentence))
      continue
    }
    before = read.people
    const named = cited.name(read.work, { people: read.people }, read.work.title ?? '', null)
    works.add({ named, people: read.people, years: read.years })
  }
  return { works, entries: new Set(entries), remarks }
}
