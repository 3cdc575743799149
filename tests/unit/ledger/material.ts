import { readText } from '../../../src/edition/read/read-text.ts'
import { editions, sourcesIn, texts } from '../../fixture-edition.ts'

const sources = sourcesIn(editions.whole)

/** The numbered paragraphs of the long text. */
export function ownText() {
  const path = `content/texts/${texts.long}.md`
  return readText(path, sources[path]!).data!.paragraphs
}

/** Paragraphs on the same subjects that are not in the text, for insertions: those of the glossary. */
export function otherParagraphs(): string[] {
  return Object.keys(sources)
    .filter((path) => path.startsWith('content/glossary/'))
    .sort()
    .flatMap((path) => sources[path]!.split('\n---\n')[1]!.split('\n\n'))
    .map((paragraph) => paragraph.replace(/\s+/g, ' ').trim())
    .filter((paragraph) => paragraph.length > 60)
}
