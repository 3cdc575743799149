/**
 * A language as sources name it → BCP 47 as the edition writes it; `de` for all kinds of today's German, null if it is
 * no language.
 */
export function languageTag(source: string): string | null {
  const plain = source.trim().replace(/_/g, '-')
  const code = byName[plain.toLowerCase()] ?? byCode[plain.toLowerCase()] ?? plain
  let tag: string
  try {
    tag = new Intl.Locale(code).toString()
  } catch {
    return null
  }
  if (/^(?:und|zxx|mul|mis|x)(?:-|$)/.test(tag)) return null
  return /^de(?:-[A-Z]{2}|-x-.*|-19\d\d|-1996)*$/.test(tag) ? 'de' : tag
}

/** Codes of ISO 639-2 and of old sources that are no tags of BCP 47. */
const byCode: Readonly<Record<string, string>> = {
  ger: 'de',
  fre: 'fr',
  gre: 'el',
  dut: 'nl',
  cze: 'cs',
  per: 'fa',
  chi: 'zh',
  wel: 'cy',
  slo: 'sk',
  rum: 'ro',
}

const byName: Readonly<Record<string, string>> = {
  deutsch: 'de',
  german: 'de',
  ngerman: 'de',
  englisch: 'en',
  english: 'en',
  französisch: 'fr',
  french: 'fr',
  latein: 'la',
  latin: 'la',
  italienisch: 'it',
  italian: 'it',
  spanisch: 'es',
  spanish: 'es',
  griechisch: 'grc',
  greek: 'el',
}

/** The tag of a language that is not German, without a region where no other meaning hangs on it; else null. */
export function foreignTag(stated: string | undefined): string | null {
  const tag = stated === undefined || /none/i.test(stated) ? null : languageTag(stated)
  if (tag === null) return null
  const { language, script, region } = new Intl.Locale(tag)
  if (language === 'de' || language === 'gsw') return null
  return [language, script, ...(/^(?:zh|pt|sr)$/.test(language) ? [region] : [])]
    .filter(Boolean)
    .join('-')
}
