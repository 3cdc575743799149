import { unzipSync } from 'fflate'
import type { Form } from '../../contract/addresses.ts'
import { glossId, workId } from '../../contract/ids.ts'
import { worksCitedIn } from '../../edition/model/cited-works.ts'
import type { Text } from '../../edition/model/model.ts'
import { idsIn } from '../ids-in.ts'

/** Ids that stand once in every form of a text: of its paragraphs, notes and glosses. */
function idsOf({ paragraphs, notes, occurrences }: Text): string[] {
  const glossed = occurrences.filter(({ gloss }) => gloss > 0).map(({ term }) => glossId(term))
  return [...[...paragraphs, ...notes].map(({ id }) => id), ...new Set(glossed)]
}

const workIdsOf = (text: Text): string[] => worksCitedIn(text).map(({ work }) => workId(work))

/**
 * The proof at every build that each paragraph number, note, gloss and work stands in a form exactly once.
 * @param placed ids in the PDF
 * @throws Error that names the form and what it lacks
 */
export function proveWhole(
  form: Form,
  text: Text,
  bytes: Uint8Array,
  placed: readonly string[] = [],
): void {
  const ids = form === 'pdf' ? placed : read[form](bytes)
  prove(text, names[form], [...idsOf(text), ...workIdsOf(text)], countsOf(ids))
}

const names: Record<Form, string> = { pdf: 'PDF', epub: 'EPUB', xml: 'TEI' }

/** The same of the ids on the pages of texts, and of those on the page with all works. */
export function provePages(
  texts: readonly Text[],
  onPageOf: (text: Text) => readonly string[],
  works: readonly string[],
): void {
  const listed = countsOf(works)
  for (const text of texts) {
    prove(text, 'page', idsOf(text), countsOf(onPageOf(text)))
    prove(text, 'list of works', workIdsOf(text), listed)
  }
}

const read: Record<'epub' | 'xml', (bytes: Uint8Array) => string[]> = {
  epub: (bytes) =>
    Object.values(unzipSync(bytes, { filter: ({ name }) => name.endsWith('.xhtml') })).flatMap(
      (document) => idsIn(Buffer.from(document).toString()),
    ),
  xml: (bytes) => idsIn(Buffer.from(bytes).toString()),
}

/** How often each id stands there. */
function countsOf(ids: readonly string[]): Map<string, number> {
  const counts = new Map<string, number>()
  for (const id of ids) counts.set(id, (counts.get(id) ?? 0) + 1)
  return counts
}

function prove(
  text: Text,
  form: string,
  wanted: readonly string[],
  counts: ReadonlyMap<string, number>,
): void {
  const wrong = wanted.flatMap((id) => {
    const count = counts.get(id) ?? 0
    return count === 1 ? [] : [`${id} ${count === 0 ? 'is missing' : `stands ${count} times`}`]
  })
  if (wrong.length === 0) return
  throw new Error(
    `${text.path}: The ${form} of this text is not whole: ${wrong.slice(0, 5).join(', ')}${wrong.length > 5 ? ` and ${wrong.length - 5} more` : ''}. ` +
      `This is a fault of the program: report it; until then leave the form out of “forms” in content/edition.yaml. [incomplete-form]`,
  )
}
