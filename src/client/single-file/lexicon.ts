import { readLexicon as readLexiconOfSite, type Lexicon } from '../search/lexicon.ts'
import { readFileIndex } from './index-data.ts'

export * from '../search/lexicon.ts'

/** Replaces the reader in `search/lexicon.ts` in the one-file edition: every address leads to a place in the file. */
export function readLexicon(content: string): Lexicon {
  const { moved } = readFileIndex(document)
  const lexicon = readLexiconOfSite(content)
  for (const record of lexicon.records.values())
    record.url = `#${moved[record.url] ?? record.url.replace(/^.*#/, '')}`
  return lexicon
}
