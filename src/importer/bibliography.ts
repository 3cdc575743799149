import { LineCounter, parseDocument } from 'yaml'
import type { Work } from './imported-text.ts'
import { ImportError, problemAt } from './problems.ts'

const file = 'content/bibliography.json'

/** The works in the edition's bibliography. Parsed as YAML, a superset of JSON, whose parser reports positions. */
export function readBibliography(json: string): Work[] {
  const lineCounter = new LineCounter()
  const document = parseDocument(json, { lineCounter, prettyErrors: false })
  const found = document.errors.map(({ pos: [offset], message }) => {
    const { line, col } = lineCounter.linePos(offset)
    return problemAt({ file, line, column: col }, 'bad-bibliography', message.split('\n')[0]!)
  })
  if (found.length > 0) throw new ImportError(found)
  const works: unknown = document.toJS()
  if (!Array.isArray(works) || !works.every(hasId)) {
    const place = { file, line: 1, column: 1 }
    throw new ImportError([problemAt(place, 'bad-bibliography', 'it must be a list of works')])
  }
  return works
}

const hasId = (work: unknown): work is Work =>
  typeof work === 'object' && work !== null && 'id' in work && typeof work.id === 'string'
