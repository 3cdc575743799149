/** A text of the edition as a work that others cite. */
import { withParticles } from './csl.ts'
import type { Name, Work } from './csl.ts'

interface Titled {
  title: string
  subtitle?: string | undefined
}

interface CitedText extends Titled {
  slug: string
  author: readonly string[]
  language: string
  date?: string | undefined
  version: string
  doi?: string | undefined
}

/**
 * An article: in the journal of `printed` if there is one, else in the edition.
 * @param address of the text, absolute
 * @param printed the work that the text’s `printed` names
 */
export function textAsWork(
  text: CitedText,
  edition: Titled,
  address: string,
  printed?: Work,
): Work {
  const own = {
    type: 'article-journal',
    title: withSubtitle(text),
    author: text.author.map(nameOf),
    'container-title': withSubtitle(edition),
    ...(text.date && { issued: { 'date-parts': [text.date.split('-').map(Number)] } }),
  }
  return {
    ...own,
    ...(printed?.['container-title'] && ofPrint(printed)),
    ...(text.doi && { DOI: text.doi }),
    id: text.slug,
    version: text.version,
    URL: address,
    language: text.language,
  }
}

const ofPrint = ({ note: _note, custom: _custom, accessed: _accessed, ...print }: Work) => print

/** Title and subtitle joined as in Zotero. */
export const withSubtitle = ({ title, subtitle }: Titled): string =>
  subtitle ? `${title}: ${subtitle}` : title

const PARTICLE = /^(?:von|vom|van|zu|zur|zum|de|der|den|del|della|di|da|du|le|la|ten|ter|af|av)$/

/**
 * Parses „Ada van der Berg“ and „Berg, Ada“. A single word is an institution or a pseudonym; so are words with small ones
 * between them that are no particles: „Institut für Sache und Ding“.
 */
export function nameOf(name: string): Name {
  const [family, given, ...more] = name.split(',').map((part) => part.trim())
  if (family && given && more.length === 0) return withParticles({ family, given })
  const words = name.trim().split(/\s+/)
  const isBody = words.slice(1, -1).some((word) => /^\p{Ll}/u.test(word) && !PARTICLE.test(word))
  if (words.length === 1 || isBody || more.length > 0) return { literal: name.trim() }
  const at = words.findIndex((word, i) => i > 0 && PARTICLE.test(word))
  const begins = at < 0 ? words.length - 1 : at
  const particles = words.slice(begins, -1)
  return {
    family: words.at(-1)!,
    given: words.slice(0, begins).join(' '),
    ...(particles.length > 0 && { 'non-dropping-particle': particles.join(' ') }),
  }
}
