/** Works in the frontmatter of a Markdown text or in a file beside it. */
import { parse } from 'yaml'
import { readBibtex } from '../../../citation/read-bibtex.ts'
import { start } from '../../import-position.ts'
import type { Remark, Work } from '../../imported-text.ts'
import { question, quoted, remark } from '../../report/remark.ts'
import { list, object } from '../citations/citation.ts'
import type { Source } from '../reader.ts'

export function worksBeside(
  { file, beside }: Source,
  data: Record<string, unknown>,
  remarks: Remark[],
): Map<string, Work> {
  const name = file.replace(/^.*[\\/]/, '').replace(/\.[^.]+$/, '')
  const stated = [data.bibliography].flat().filter((one) => typeof one === 'string')
  const works = [...worksIn(data.references)]
  const files = stated.length > 0 ? stated : [`${name}.bib`, `${name}.json`, `${name}.yaml`]
  for (const other of files) {
    const bytes = beside(other)
    if (!bytes) {
      if (stated.length > 0)
        remarks.push(
          question(
            'works',
            start,
            `Das Literaturverzeichnis ${quoted(other)} liegt nicht bei der Datei.`,
          ),
        )
      continue
    }
    const own = read(
      other,
      Buffer.from(bytes)
        .toString('utf8')
        .replace(/^\uFEFF/, ''),
    )
    if (own === null)
      remarks.push(
        question('works', start, `Das Literaturverzeichnis ${quoted(other)} ist nicht lesbar.`),
      )
    else if (own.length > 0) {
      works.push(...own)
      remarks.push(remark('works', start, `Werke aus ${quoted(other)} gelesen: ${own.length}.`))
    }
  }
  return new Map(works.map((work) => [work.id, work]))
}

function read(name: string, source: string): Work[] | null {
  try {
    if (/\.(?:bib|bibtex|biblatex)$/i.test(name)) return readBibtex(source).works
    const data: unknown = /\.ya?ml$/i.test(name) ? parse(source) : JSON.parse(source)
    return worksIn(Array.isArray(data) ? data : (object(data).references ?? object(data).items))
  } catch {
    return null
  }
}

const worksIn = (data: unknown): Work[] =>
  list(data)
    .map(object)
    .filter((one) => one.id !== undefined || one['citation-key'] !== undefined)
    .map((one) => ({ type: 'document', ...one, id: String(one['citation-key'] ?? one.id) }))
