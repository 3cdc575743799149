import { encodeLexicon } from '../../../contract/lexicon.ts'
import type { Findable } from '../../../formats/search/index.ts'
import { gzip } from './pagefind-files.ts'
import type { Engine } from './run-pagefind.ts'
import { wordsOf } from './words.ts'

/** The lexicon of an index, gzipped. */
export function lexicon(
  { records, texts }: Findable,
  { version, include_characters }: Omit<Engine, 'wasm'>,
): Uint8Array {
  const content = encodeLexicon({
    version,
    include_characters,
    texts,
    records: records.map((record, i) => ({
      id: String(i),
      kind: record.kind,
      url: record.url,
      text: record.text ?? '',
      section: record.section ?? '',
      paragraph: record.paragraph ?? '',
      page: record.page ?? '',
      note: record.note ?? '',
      lemma: record.lemma ?? '',
    })),
    words: wordsOf(records.map(({ content }) => content)),
  })
  return gzip(content)
}
