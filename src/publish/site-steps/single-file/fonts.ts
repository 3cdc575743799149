const face = /@font-face\s*\{[^}]*\}/g

/**
 * Embeds the fonts in the style sheet, except for those whose characters do not occur in the text, and those of small
 * capitals if it has none. `encode`: address in the sheet → bytes in base64.
 */
export function embedFonts(
  css: string,
  { text, smallCapitals }: { text: string; smallCapitals: boolean },
  encode: (url: string) => string,
): string {
  const characters = Array.from(new Set(text), (character) => character.codePointAt(0)!)
  return css.replace(face, (rule) => {
    if (!isNeeded(rule, characters)) return ''
    if (!smallCapitals && /font-family:[^;}]*Capitals/.test(rule)) return ''
    // Embedded fonts are available at once; `block` avoids a second layout.
    const awaited = rule.replace(/font-display:[^;}]+/, 'font-display:block')
    return awaited.replace(/url\((["']?)([^"')]+)\1\)/g, (whole, _quote: string, url: string) =>
      url.startsWith('data:') ? whole : `url(data:font/woff2;base64,${encode(url)})`,
    )
  })
}

function isNeeded(rule: string, characters: readonly number[]): boolean {
  const ranges = /unicode-range:([^;}]+)/i.exec(rule)?.[1]
  if (!ranges) return true
  return ranges.split(',').some((range) => {
    const [from = '', to = from] = range.trim().replace(/^u\+/i, '').split('-')
    const [first, last] = [
      parseInt(from.replaceAll('?', '0'), 16),
      parseInt(to.replaceAll('?', 'f'), 16),
    ]
    return characters.some((character) => character >= first && character <= last)
  })
}
