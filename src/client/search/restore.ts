/** A record's words as they stand in the text: the marks that part them for the index are cut out. */
export const restore = (content: string): string =>
  content.replaceAll('``', ' ').replaceAll('`', '')
