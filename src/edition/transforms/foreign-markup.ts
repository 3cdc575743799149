/** Markup of Pandoc, Obsidian and TeX, as it stands in the source, where what is escaped is meant as signs. */
interface Notation {
  looks: RegExp
  /** What to write instead. */
  remedy: string
}

const notations: readonly Notation[] = [
  {
    looks: /(?<=^|\n) {0,3}:{3,}[^\n]*/g,
    remedy:
      'Write ::: epigraph before and ::: behind what is one; so dedication, signature, endmatter, drama and verse, none inside another. Quotations have > before each line. \\: is the sign.',
  },
  {
    looks: /(?<!\\)\{(?:[#.][\p{L}_-][^{}\n]*|[\w-]+=[^{}\n]*|-)\}/gu,
    remedy:
      'Remove it: headings name themselves, and <sc>, <sup> and <sub> mark words. \\{ is the sign.',
  },
  {
    looks: /(?<!\\)\^\[[^\]\n]*\]?/g,
    remedy: 'Write [^1] here and “[^1]: …” below the text.',
  },
  { looks: /(?<![\\~])~~?[^\s~]+~~?(?!~)/g, remedy: 'Write <sub>2</sub>; \\~ is the sign.' },
  { looks: /(?<!\\)\^[^\s^[\]]+\^/g, remedy: 'Write <sup>2</sup>; \\^ is the sign.' },
  { looks: /(?<![\\=])==[^\s=][^=\n]*==(?!=)/g, remedy: 'Write *words* for emphasis.' },
  {
    looks: /(?<!\\)\\[A-Za-z]+\*?\{[^}\n]*\}?/g,
    remedy:
      'Commands of TeX are read in formulas, between dollars; elsewhere write Markdown. \\\\ is the sign.',
  },
]

/** Each place in the source of a text node at which such markup begins. */
export function foreignMarkup(written: string): { index: number; words: string; remedy: string }[] {
  if (!/[{^~=\\]|:::/.test(written)) return []
  const found = notations.flatMap(({ looks, remedy }) =>
    [...written.matchAll(looks)].map(({ 0: words, index }) => ({
      index: index + words.length - words.trimStart().length,
      words: words.trim(),
      remedy,
    })),
  )
  // What is part of a longer one is none of its own.
  return found.filter(
    (one) =>
      !found.some(
        (other) =>
          other.words.length > one.words.length &&
          other.index <= one.index &&
          other.index + other.words.length >= one.index + one.words.length,
      ),
  )
}
