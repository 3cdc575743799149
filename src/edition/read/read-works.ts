import { bibliographySchema } from '../../citation/csl-schema.ts'
import { readBibtex } from '../../citation/read-bibtex.ts'
import { readRis } from '../../citation/read-ris.ts'
import { isBibtex, isRis, type WorksRead } from '../../citation/read-works.ts'
import { problem } from '../../problems/content-problems.ts'
import { positionBehind } from '../../problems/source-position.ts'
import type { Work } from '../model/model.ts'
import { misnamedFields } from './misnamed-fields.ts'
import { readData, type Reading } from './read-data.ts'
import { wordsOfIssue } from './schema-errors.ts'

/** A bibliography: CSL-JSON, BibTeX or RIS, by the name of the file. */
export function readWorks(path: string, source: string): Reading<Work[]> {
  if (isBibtex(path)) return checked(path, source, readBibtex(source))
  if (isRis(path)) return checked(path, source, readRis(source))
  return readData(source, path, bibliographySchema, 'invalid-data', 1, misnamedFields)
}

function checked(path: string, source: string, { works, offsets, broken }: WorksRead) {
  const place = (offset = 0) =>
    positionBehind({ path, line: 1, column: 1 }, source.slice(0, offset))
  const at: Reading<Work[]>['at'] = ([index]) => place(offsets[Number(index)])
  const faults = broken.map(({ offset, what }) => problem(place(offset), 'broken-entry', what))
  const { data, error } = bibliographySchema.safeParse(works)
  const unfit = (error?.issues ?? []).map((issue) => {
    const [index = 0, ...inside] = issue.path
    const field = [works[Number(index)]?.id, ...inside].map(String).join('.')
    return problem(at([index]), 'invalid-data', field, wordsOfIssue(issue))
  })
  return { data: faults.length > 0 ? null : (data ?? null), problems: [...faults, ...unfit], at }
}
