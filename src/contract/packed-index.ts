/**
 * What `pagefind.de.pf_meta` says, of which the browser makes Pagefind's own metadata: that has a name and the name of a
 * file for each record, and is three times as long.
 */
export type PackedIndex = [
  version: string,
  /** Files of records, and how many each has, in the order of the records. */
  groups: [name: string, records: number][],
  /** Files of the index, by the words from which and to which they go. */
  chunks: [from: string, to: string, name: string][],
  /** How many words each record has, which its rank depends on. */
  words: number[],
]
