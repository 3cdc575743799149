import { readLexicon as readLexiconOfSite, type Lexicon } from '../search/lexicon.ts'
import { readFileIndex } from './index-data.ts'

export * from '../search/lexicon.ts'

/** In a file this stands for the reader in `search/lexicon.ts`: every place is in the file itself. */
export function readLexicon(content: string): Lexicon {
  const { moved } = readFileIndex(document)
  const lexicon = readLexiconOfSite(content)
  for (const place of lexicon.places.values())
    place.url = `#${moved[place.url] ?? place.url.replace(/^.*#/, '')}`
  return lexicon
}
