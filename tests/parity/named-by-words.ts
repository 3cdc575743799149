import {
  joined,
  type GlossRead,
  type Mark,
  type Passage,
  type Reading,
  type WorkRead,
} from './reading.ts'

/**
 * A PDF has no names of glosses and works: it shows terms and references. Gives what was found the names that the
 * Edition has for the same words.
 */
export function namedByWords(expected: Reading, found: Reading): Reading {
  const slugs = new Map(
    expected.glosses
      .filter(({ name }) => !/-\d+$/.test(name))
      .map(({ lemma, name }) => [lemma, name]),
  )
  const slugOf = (lemma: string) => slugs.get(lemma.replaceAll('\n', ' ')) ?? lemma
  const named = <Item extends Passage>(item: Item): Item => ({
    ...item,
    marks: joined(
      item.marks.map((mark): Mark =>
        mark.kind === 'gloss' ? { ...mark, name: slugOf(mark.name) } : mark,
      ),
      ['language', 'gloss'],
    ),
  })
  return {
    ...found,
    blocks: found.blocks.map(named),
    notes: found.notes.map(named),
    glosses: found.glosses.map((gloss): GlossRead => ({
      ...named(gloss),
      name: slugOf(gloss.lemma),
    })),
    works: worksNamed(expected.works, found.works),
  }
}

/** By their letters; where these are none of the Edition's, by their place. */
function worksNamed(expected: readonly WorkRead[], found: readonly WorkRead[]): WorkRead[] {
  const lettersOf = (words: string) => words.replace(/[^\p{L}\p{N}]/gu, '')
  const keys = new Map(expected.map(({ key, words }) => [lettersOf(words), key]))
  const taken = new Set(found.flatMap(({ words }) => keys.get(lettersOf(words)) ?? []))
  const left = expected.filter(({ key }) => !taken.has(key))
  return found.map(({ words }) => ({
    key: keys.get(lettersOf(words)) ?? left.shift()?.key ?? `“${words}”`,
    words,
  }))
}
