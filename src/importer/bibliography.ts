import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { LineCounter, parseDocument } from 'yaml'
import { keysOf } from '../citation/keys.ts'
import { readBibtex } from '../citation/read-bibtex.ts'
import { readRis } from '../citation/read-ris.ts'
import { isBibtex, isRis } from '../citation/read-works.ts'
import { withoutEmpty } from '../citation/tidy.ts'
import type { Work } from './imported-text.ts'
import { ImportError, problemAt } from './problems.ts'

/** The works in a bibliography. JSON is parsed as YAML, a superset of JSON, whose parser reports positions. */
export function readBibliography(file: string, json: string): Work[] {
  if (isBibtex(file)) return readBibtex(json).works
  if (isRis(file)) return readRis(json).works
  const lineCounter = new LineCounter()
  const document = parseDocument(json, { lineCounter, prettyErrors: false })
  const found = document.errors.map(({ pos: [offset], message }) => {
    const { line, col } = lineCounter.linePos(offset)
    return problemAt({ file, line, column: col }, 'bad-bibliography', message.split('\n')[0]!)
  })
  if (found.length > 0) throw new ImportError(found)
  const works: unknown = withoutEmpty(document.toJS())
  if (!Array.isArray(works) || !works.every(hasId)) {
    const place = { file, line: 1, column: 1 }
    throw new ImportError([problemAt(place, 'bad-bibliography', 'it must be a list of works')])
  }
  return works
}

const hasId = (work: unknown): work is Work =>
  typeof work === 'object' && work !== null && 'id' in work && typeof work.id === 'string'

/** The works of a project: of the edition, and beside texts other than `slug`. */
export function knownWorks(
  project: string,
  slug: string,
): { bibliography: Work[]; besideTexts: Work[] } {
  const read = (path: string) => {
    const whole = join(project, path)
    return existsSync(whole) ? readBibliography(path, textAt(whole, path)) : []
  }
  const beside = ['content/texts', 'content/private'].flatMap((folder) =>
    namesIn(join(project, folder))
      .filter((name) => name.endsWith('.bibliography.json') && name !== `${slug}.bibliography.json`)
      .sort()
      .map((name) => `${folder}/${name}`),
  )
  const own = ['.json', '.bib', '.ris'].flatMap((ending) => read(`content/bibliography${ending}`))
  const others = beside.flatMap(read)
  const keys = keysOf([...own, ...others], keptKeys(project))
  const keyed = (works: Work[]) =>
    works.map((work) => ({ ...work, id: keys.get(work.id) ?? work.id }))
  return { bibliography: keyed(own), besideTexts: keyed(others) }
}

/** Keys of works as npm run freeze has kept them. */
function keptKeys(project: string): Record<string, string> {
  const whole = join(project, 'content/bibliography.keys.json')
  try {
    return JSON.parse(readFileSync(whole, 'utf8')) as Record<string, string>
  } catch {
    // There are none; what is wrong with the file npm run check says.
    return {}
  }
}

const namesIn = (folder: string): string[] => {
  try {
    return readdirSync(folder)
  } catch {
    // There is none; whether it can be written to is said when it is.
    return []
  }
}

function textAt(whole: string, path: string): string {
  try {
    return readFileSync(whole, 'utf8')
  } catch (error) {
    const place = { file: path, line: 1, column: 1 }
    throw new ImportError([problemAt(place, 'not-readable', (error as Error).message)])
  }
}
