import type { Element, ElementContent, Root } from 'hast'
import { isWorkId } from '../../../contract/ids.ts'
import { lowerHeadings } from './headings.ts'
import { isThumbBar } from './links.ts'
import type { SitePage, SitePages } from './site-pages.ts'
import type { TextOrder } from './text-order.ts'
import {
  byClass,
  byTag,
  copyWithout,
  element,
  find,
  findAll,
  findFirst,
  removeAll,
  textOf,
  type Test,
} from '../../hast.ts'

/** The part of a page that a file contains. */
export interface Part {
  path: string
  content: ElementContent[]
  /** Parts below this one, like the entries of the glossary. */
  parts: Part[]
}

/** All pages except the title page, with which the file begins. */
export async function partsOfEdition(pages: SitePages): Promise<Part[]> {
  const whole = async (path: string, depth?: number) =>
    partOf(
      path,
      copyWithout(find((await pages.open(path)).tree, byTag('main')), () => false),
      depth,
    )
  const under = (folder: string) => pages.paths.filter((path) => path.startsWith(folder))
  const single = pages.paths.filter((path) => /^[^/]+\/$/.test(path))
  const chapters = ['glossar/', 'literatur/', 'seminar/'].filter((path) => single.includes(path))
  const parts: Part[] = []
  for (const path of under('texte/')) parts.push(await whole(path))
  for (const path of chapters) {
    const chapter = await whole(path)
    for (const below of under(path)) if (below !== path) chapter.parts.push(await whole(below, 2))
    parts.push(chapter)
  }
  for (const path of single) if (!chapters.includes(path)) parts.push(await whole(path))
  return parts
}

/** All texts have one bar at the foot of phones, before the main part of the page that the file begins with. */
export async function takeThumbBar({ tree }: SitePage, pages: SitePages): Promise<void> {
  const text = pages.paths.find((path) => path.startsWith('texte/'))
  const bar = text && findFirst((await pages.open(text)).tree, isThumbBar)
  const { children } = find(tree, byTag('body'))
  const main = children.findIndex((child) => child.type === 'element' && child.tagName === 'main')
  if (bar) children.splice(main, 0, bar)
}

/**
 * The glossary and bibliography entries that a text links to, with their places in this text only, so that the size of
 * the file does not depend on the rest of the edition. `linked`: address → path#id of the site, or null.
 * @param held what it may link to; its elements become those of the file
 */
export function partsOfText(
  text: SitePage,
  held: Pick<TextOrder, 'entries' | 'glossary' | 'works'>,
  linked: (page: string, href: string) => string | null,
): Part[] {
  const targets = (path: string, tree: Root | Element) =>
    findAll(tree, byTag('a')).flatMap((link) => linked(path, String(link.properties['href'])) ?? [])
  const fromText = targets(text.path, text.tree)
  const paths = new Set(fromText.map((target) => target.replace(/#.*/, '')))
  const entries = held.entries
    .filter(({ path }) => paths.has(path))
    .map(({ path, main }) => partOf(path, main, 2))
  const fromEntries = entries.flatMap(({ path, content }) =>
    targets(path, element('div', {}, content)),
  )
  const works = new Set(
    [...fromText, ...fromEntries]
      .filter((target) => target.startsWith('literatur/#'))
      .map((target) => target.replace(/.*#/, '')),
  )
  const parts: Part[] = []
  if (entries.length > 0 && held.glossary)
    parts.push({ ...headingOnly(partOf('glossar/', held.glossary)), parts: entries })
  if (works.size > 0 && held.works) parts.push(onlyWorks(partOf('literatur/', held.works), works))
  return parts
}

/** Elements taken only from the page that the file begins with. */
const ofTheFrame: readonly Test[] = [byClass('goto-open'), isThumbBar, byTag('dialog')]

/** Reading bars, of which only that of the text being read is shown. */
const isBar = byClass('reading-bar')

/** @param main a copy of the main element of a page */
function partOf(path: string, main: Element, depth = 1): Part {
  removeAll(main, (element) => ofTheFrame.some((test) => test(element)))
  unmarkLandmarks(main)
  lowerHeadings(main.children, depth)
  return { path, content: main.children, parts: [] }
}

/** Removes landmarks that every entry has, such as „Stellen“: there would be too many in one file. */
function unmarkLandmarks(main: Element) {
  for (const part of findAll(main, ({ tagName }) => tagName === 'section' || tagName === 'nav')) {
    if (isBar(part)) {
      const title = textOf(find(part, byClass('bar-title'))).trim()
      part.properties['ariaLabel'] = `Im Text „${title}“`
      continue
    }
    if (part.tagName === 'nav') part.tagName = 'div'
    delete part.properties['ariaLabel']
    delete part.properties['ariaLabelledBy']
  }
}

function headingOnly(part: Part): Part {
  const sheet = findAll(element('div', {}, part.content), byClass('sheet'))[0]
  if (sheet) sheet.children = findAll(sheet, byClass('part-title'))
  return part
}

function onlyWorks(part: Part, works: ReadonlySet<string>): Part {
  const tree = element('div', {}, part.content)
  removeAll(tree, byClass('lead'))
  const isEntry = ({ tagName, properties: { id } }: Element) =>
    tagName === 'li' && typeof id === 'string' && isWorkId(id)
  removeAll(tree, (item) => isEntry(item) && !works.has(String(item.properties['id'])))
  return { ...part, content: tree.children }
}
