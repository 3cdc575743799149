import { plain } from '../../contract/plain.ts'
import { readPlace, tidy, withoutPrefix, type Kind } from './read-place.ts'

/** What a text has to go to; ids as in the page. */
export interface Places {
  /** Numbers of paragraphs, in order; removed ones lead somewhere as well. */
  paragraphs: readonly string[]
  removed: readonly string[]
  pages: readonly string[]
  /** Labels of notes; „*“ is `anm-stern`. */
  notes: readonly string[]
  sections: readonly { id: string; title: string; top: boolean }[]
}

export type Found = { id: string; name: string } | { problem: string }

/**
 * „14“, „Abs. 14“, „S. 104“, „Anm. 31“, „§ 3“ (the third section) or the beginning of a heading → a place.
 * Of „Abs. 14–16, S. 104“ the first place is meant.
 */
export function findPlace(query: string, places: Places): Found {
  const words = tidy(query)
  if (!words) return { problem: 'Welche Stelle? Zum Beispiel 14 oder S. 104.' }
  const named = readPlace(words)
  if (named?.kind) return lookUp[named.kind](named.label, places)
  if (!named) {
    const { kind, rest } = withoutPrefix(words)
    return byTitle(kind === 'section' && rest ? rest : words, places)
  }
  const paragraph = lookUp.paragraph(named.label, places)
  const page = 'problem' in paragraph ? lookUp.page(named.label, places) : paragraph
  const title = 'problem' in page ? byTitle(words, places) : page
  return 'problem' in title ? paragraph : title
}

const lookUp: Record<Kind, (label: string, places: Places) => Found> = {
  paragraph: (label, { paragraphs, removed }) => {
    // „14f.“ means 14 and the one behind it, unless there is a paragraph 14f.
    const known = [label, label.replace(/f$/, '')].find((number) =>
      [...paragraphs, ...removed].includes(number),
    )
    if (known) return { id: `abs-${known}`, name: `Absatz ${known}` }
    return {
      problem: `Einen Absatz ${label} gibt es nicht; der letzte ist Absatz ${paragraphs.at(-1)}.`,
    }
  },
  page: (label, { pages }) => {
    const known = pages.find((page) => page === label.replace(/f$/, ''))
    if (known) return { id: `s-${known}`, name: `Seite ${known}` }
    if (pages.length === 0)
      return { problem: 'Von diesem Text sind keine Druckseiten verzeichnet.' }
    return {
      problem: `Seite ${label} ist nicht verzeichnet; verzeichnet sind die Seiten ${pages[0]} bis ${pages.at(-1)}.`,
    }
  },
  note: (label, { notes }) => {
    const known = notes.find((note) => note === label.replace(/f$/, ''))
    if (known) return { id: `anm-${known === '*' ? 'stern' : known}`, name: `Anmerkung ${known}` }
    if (notes.length === 0) return { problem: 'Dieser Text hat keine Anmerkungen.' }
    return {
      problem: `Eine Anmerkung ${label} gibt es nicht; die letzte ist Anmerkung ${notes.at(-1)}.`,
    }
  },
  section: (label, places) => {
    const top = places.sections.filter((section) => section.top)
    const section = top[Number(label) - 1]
    if (section) return { id: section.id, name: section.title }
    return { problem: `Einen Abschnitt ${label} gibt es nicht; der Text hat ${top.length}.` }
  },
}

function byTitle(words: string, { sections }: Places): Found {
  const wanted = fold(words)
  const titles = sections.map((section) => ({ section, title: fold(section.title) }))
  const found =
    titles.find(({ title }) => title === wanted) ??
    titles.find(({ title }) => wanted.length > 1 && title.startsWith(wanted)) ??
    titles.find(({ title }) => wanted.length > 2 && title.includes(wanted))
  if (found && wanted) return { id: found.section.id, name: found.section.title }
  return {
    problem: `„${words}“ ist weder ein Absatz noch eine Seite, eine Anmerkung oder ein Abschnitt.`,
  }
}

/** Case, accents and what is no letter make no difference; umlauts may be spelled out. */
const fold = (words: string): string =>
  plain(words)
    .replace(/[^\p{L}\p{N} ]+/gu, '')
    .trim()
