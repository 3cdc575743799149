/** A string of Typst: `"…"`. Inserted as `#"…"` it is text, none of its signs is markup. */
export const literal = (words: string): string => `"${words.replace(/[\\"]/g, '\\$&')}"`

/** Words of the text as content. */
export const words = (text: string): string => (text === '' ? '' : `#${literal(text)}`)
