/** A string of Typst: `"…"`. Inserted as `#"…"` it is text, none of its signs is markup. */
export const literal = (words: string): string => `"${words.replace(/[\\"]/g, '\\$&')}"`

/** Words of the text as content; a line end of the source, which would end the line in a string, is a space. */
export const words = (text: string): string =>
  text === '' ? '' : `#${literal(text.replace(/\s*\n\s*/g, ' '))}`

/** A language (BCP 47) as Typst takes it. */
export function languageOf(tag: string): string {
  const [language = '', ...more] = tag.split('-')
  const region = more.find((part) => /^[a-z]{2}$/i.test(part))
  const script = more.find((part) => /^[a-z]{4}$/i.test(part))
  return [
    `lang: ${literal(language.toLowerCase())}`,
    ...(region ? [`region: ${literal(region.toUpperCase())}`] : []),
    ...(script ? [`script: ${literal(script.toLowerCase())}`] : []),
  ].join(', ')
}
