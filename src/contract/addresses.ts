/** The addresses that the site has whatever its content is, and those that content may have beside them. */
import { slugOf } from './folding.ts'

/** Pages that are made of no file of content, below the title page. */
export const sitePages = [
  'bericht',
  'glossar',
  'literatur',
  'notizen',
  'notizen/tisch',
  'offline',
  'seminar',
  'seminar/aufgabe',
  'suche',
  'texte',
] as const

/** Names, without what is behind the first point, of the other files and folders at the top of the site. */
const siteFiles = [
  'apple-touch-icon',
  'favicon',
  'icon-192',
  'icon-512',
  'icon-maskable-512',
  'karte',
  'manifest',
  'pagefind',
  'robots',
  'sitemap',
  'sw',
] as const

/** Servers and Astro know these pages in every folder. */
const everywhere = ['404', 'index'] as const

const top: ReadonlySet<string> = new Set([...everywhere, ...sitePages, ...siteFiles])

/** Whether an address of the site would be lost to a text, page, entry or session of this name. */
export function isSiteName(folder: string, slug: string): boolean {
  const inFolder: Record<string, string> = { glossary: 'glossar/', seminar: 'seminar/' }
  const below = inFolder[folder]
  // The single file of a text stands at the top, as pages do.
  return top.has(below ? below + slug : slug) || (everywhere as readonly string[]).includes(slug)
}

/** Names of files end somewhere, titles do not. */
const longest = 80

/** The name, without ending, of the file that holds the whole edition. */
export const editionSlug = (title: string): string =>
  slugOf(title).slice(0, longest).replace(/-$/, '') || 'ausgabe'

/** Path of the EPUB that holds the whole edition, below the base path. */
export const editionBookFile = (title: string): string => `${editionSlug(title)}.epub`

/** Forms of a text that readers take along; the name is also the ending of the file. */
export const forms = ['pdf', 'epub', 'xml'] as const
export type Form = (typeof forms)[number]

/** Path of a form of a text, below the base path. */
export const formFile = (slug: string, form: Form): string => `texte/${slug}/${slug}.${form}`

/** Path of the worksheet of a session. */
export const sessionFile = (slug: string): string => `seminar/${slug}/${slug}.pdf`

export const formTypes: Record<Form, string> = {
  pdf: 'application/pdf',
  epub: 'application/epub+zip',
  xml: 'application/tei+xml',
}

/** Longest name of a text, page, entry or session. */
export const longestSlug = 100
