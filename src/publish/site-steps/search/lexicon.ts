import { gzipSync } from 'node:zlib'
import { encodeLexicon } from '../../../contract/lexicon.ts'
import type { Findable } from '../../../formats/search/index.ts'
import type { BuiltIndex } from './build-index.ts'
import { wordsOf } from './words.ts'

/** The lexicon of an index, gzipped. */
export function lexicon(
  { records, texts }: Findable,
  { ids, version, include_characters }: Pick<BuiltIndex, 'ids' | 'version' | 'include_characters'>,
): Uint8Array {
  const content = encodeLexicon({
    version,
    include_characters,
    texts,
    records: records.map((record, i) => ({
      id: ids[i]!,
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

/** Clears the operating system in the gzip header, so that the bytes are the same on every machine. */
function gzip(content: string): Uint8Array {
  const packed = gzipSync(content, { level: 9 })
  packed[9] = 255
  return packed
}
