/** JATS with each note at its call, where all versions of pandoc read it. */

const note = /<fn\b[^>]*\sid="([^"]+)"[^>]*>([^]*?)<\/fn>/g
const call =
  /<xref\b(?=[^>]*\sref-type="(?:fn|table-fn)")[^>]*\srid="([^"\s]+)"[^>]*>[^]*?<\/xref>/g

export function inlineNotes(source: string): string {
  // A damaged file is left to pandoc, which says where.
  if (!areEnded(source, 'fn') || !areEnded(source, 'xref')) return source
  const called = new Set([...source.matchAll(call)].map(([, id]) => id!))
  const words = new Map<string, string>()
  const without = source.replace(note, (whole, id: string, content: string) => {
    if (!called.has(id) || words.has(id)) return whole
    words.set(id, content.replace(/^\s*<label\b[^>]*>[^<]*<\/label>/, ''))
    return ''
  })
  const placed = new Set<string>()
  return without.replace(call, (whole, id: string) => {
    const content = words.get(id)
    if (content === undefined || placed.has(id)) return whole
    placed.add(id)
    return `<fn>${content}</fn>`
  })
}

/** Whether as many elements of a name end as begin. */
function areEnded(source: string, name: string): boolean {
  const begun = source.split(new RegExp(`<${name}(?=[\\s/>])`)).length
  const ended = source.split(`</${name}>`).length + source.split(emptyOf(name)).length - 1
  return begun === ended
}

const emptyOf = (name: string) => new RegExp(`<${name}(?:\\s[^<>]*)?/>`)
