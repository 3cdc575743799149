import { spellOut } from '../../contract/folding.ts'
import { labelOf, noteId, pageId, paragraphId } from '../../contract/ids.ts'
import { idInText, paragraph } from '../text-on-page/text.ts'
import { parseLocator, tidy, withoutPrefix, type Kind } from './parse-locator.ts'

/** Everything in a text that a reader can go to. */
export interface Targets {
  /** Numbers of paragraphs in order; a removed paragraph has a target too. */
  paragraphs: readonly string[]
  removed: readonly string[]
  pages: readonly string[]
  /** Labels of notes. */
  notes: readonly string[]
  sections: readonly { id: string; title: string; top: boolean }[]
}

export type Found = { id: string; name: string } | { problem: string }

/** Collects the targets of a text from the page. */
export function targetsIn(article: HTMLElement): Targets {
  const own = ({ id }: Element) => idInText(article, id)
  const labels = (selector: string) =>
    [...article.querySelectorAll(selector)].map((element) => labelOf(own(element)))
  return {
    paragraphs: labels(paragraph),
    removed: labels('[data-removed]'),
    pages: labels('[role="doc-pagebreak"]'),
    notes: labels('.note'),
    sections: [...article.querySelectorAll('section > :is(h2, h3)[id]')].map((heading) => ({
      id: own(heading),
      title: heading.textContent.trim(),
      top: heading.tagName === 'H2',
    })),
  }
}

/**
 * Finds the target for „14“, „Abs. 14“, „S. 104“, „Anm. 31“, „§ 3“ (the third section) or the beginning of a heading.
 * „Abs. 14–16, S. 104“ leads to paragraph 14.
 */
export function findTarget(query: string, targets: Targets): Found {
  const words = tidy(query)
  if (!words) return { problem: 'Welche Stelle? Zum Beispiel 14 oder S. 104.' }
  const locator = parseLocator(words)
  if (locator?.kind) return lookUp[locator.kind](locator.label, targets)
  if (!locator) {
    const { kind, rest } = withoutPrefix(words)
    return byTitle(kind === 'section' && rest ? rest : words, targets)
  }
  const paragraph = lookUp.paragraph(locator.label, targets)
  const page = 'problem' in paragraph ? lookUp.page(locator.label, targets) : paragraph
  const title = 'problem' in page ? byTitle(words, targets) : page
  return 'problem' in title ? paragraph : title
}

const lookUp: Record<Kind, (label: string, targets: Targets) => Found> = {
  paragraph: (label, { paragraphs, removed }) => {
    // „14f.“ means 14 and the following paragraph, unless there is a paragraph 14f.
    const known = [label, label.replace(/f$/, '')].find((number) =>
      [...paragraphs, ...removed].includes(number),
    )
    if (known) return { id: paragraphId(known), name: `Absatz ${known}` }
    return {
      problem: `Einen Absatz ${label} gibt es nicht; der letzte ist Absatz ${paragraphs.at(-1)}.`,
    }
  },
  page: (label, { pages }) => {
    const known = pages.find((page) => page === label.replace(/f$/, ''))
    if (known) return { id: pageId(known), name: `Seite ${known}` }
    if (pages.length === 0)
      return { problem: 'Von diesem Text sind keine Druckseiten verzeichnet.' }
    return {
      problem: `Seite ${label} ist nicht verzeichnet; verzeichnet sind die Seiten ${pages[0]} bis ${pages.at(-1)}.`,
    }
  },
  note: (label, { notes }) => {
    const known = notes.find((note) => note === label.replace(/f$/, ''))
    if (known) return { id: noteId(known), name: `Anmerkung ${known}` }
    if (notes.length === 0) return { problem: 'Dieser Text hat keine Anmerkungen.' }
    return {
      problem: `Eine Anmerkung ${label} gibt es nicht; die letzte ist Anmerkung ${notes.at(-1)}.`,
    }
  },
  section: (label, { sections }) => {
    const top = sections.filter((section) => section.top)
    const section = top[Number(label) - 1]
    if (section) return { id: section.id, name: section.title }
    return { problem: `Einen Abschnitt ${label} gibt es nicht; der Text hat ${top.length}.` }
  },
}

function byTitle(words: string, { sections }: Targets): Found {
  const wanted = comparable(words)
  const titles = sections.map((section) => ({ section, title: comparable(section.title) }))
  const found =
    titles.find(({ title }) => title === wanted) ??
    titles.find(({ title }) => wanted.length > 1 && title.startsWith(wanted)) ??
    titles.find(({ title }) => wanted.length > 2 && title.includes(wanted))
  if (found && wanted) return { id: found.section.id, name: found.section.title }
  return {
    problem: `„${words}“ ist weder ein Absatz noch eine Seite, eine Anmerkung oder ein Abschnitt.`,
  }
}

/** Ignores case, accents and punctuation; umlauts may be spelled out. */
const comparable = (words: string): string =>
  spellOut(words)
    .replace(/[^\p{L}\p{N} ]+/gu, '')
    .trim()
