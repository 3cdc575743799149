const face = /@font-face\s*\{[^}]*\}/g

/**
 * Embeds the fonts in the style sheet, except for those whose characters do not occur in the text, and those of small
 * capitals if it has none. `read`: address in the sheet → bytes.
 */
export function embedFonts(
  css: string,
  { text, smallCapitals }: { text: string; smallCapitals: boolean },
  read: (url: string) => Buffer,
): string {
  const characters = new Set<number>()
  for (const character of new Set(text)) characters.add(character.codePointAt(0)!)
  return css.replace(face, (rule) => {
    if (!isNeeded(rule, characters)) return ''
    if (!smallCapitals && /font-family:[^;}]*Capitals/.test(rule)) return ''
    // Embedded fonts are available at once; `block` avoids a second layout.
    const awaited = rule.replace(/font-display:[^;}]+/, 'font-display:block')
    return awaited.replace(/url\((["']?)([^"')]+)\1\)/g, (whole, _quote: string, url: string) =>
      url.startsWith('data:')
        ? whole
        : `url(data:font/woff2;base64,${read(url).toString('base64')})`,
    )
  })
}

function isNeeded(rule: string, characters: ReadonlySet<number>): boolean {
  const ranges = /unicode-range:([^;}]+)/i.exec(rule)?.[1]
  if (!ranges) return true
  return ranges.split(',').some((range) => {
    const [from = '', to = from] = range.trim().replace(/^u\+/i, '').split('-')
    const [first, last] = [
      parseInt(from.replaceAll('?', '0'), 16),
      parseInt(to.replaceAll('?', 'f'), 16),
    ]
    return [...characters].some((character) => character >= first && character <= last)
  })
}
