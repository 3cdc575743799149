import { isWorkId } from '../../../contract/ids.ts'
import type { Element, ElementContent, Root } from 'hast'
import { lowerHeadings } from './headings.ts'
import type { SitePage } from './site-pages.ts'
import {
  byClass,
  byTag,
  copyWithout,
  element,
  find,
  findAll,
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

type Pages = ReadonlyMap<string, SitePage>

/** All pages except the title page, with which the file begins. */
export function partsOfEdition(pages: Pages): Part[] {
  const paths = [...pages.keys()]
  const under = (folder: string) => paths.filter((path) => path.startsWith(folder))
  const single = paths.filter((path) => /^[^/]+\/$/.test(path))
  const chapters = ['glossar/', 'literatur/', 'seminar/'].filter((path) => single.includes(path))
  return [
    ...under('texte/').map((path) => wholePart(pages, path)),
    ...chapters.map((path) => ({
      ...wholePart(pages, path),
      parts: under(path)
        .filter((below) => below !== path)
        .map((below) => wholePart(pages, below, 2)),
    })),
    ...single.filter((path) => !chapters.includes(path)).map((path) => wholePart(pages, path)),
  ]
}

/**
 * The glossary and bibliography entries that a text links to, with their places in this text only, so that the size of
 * the file does not depend on the rest of the edition. `linked`: address → path#id of the site, or null.
 */
export function partsOfText(
  text: SitePage,
  pages: Pages,
  linked: (page: string, href: string) => string | null,
): Part[] {
  const targets = (path: string, tree: Root | Element) =>
    findAll(tree, byTag('a')).flatMap((link) => linked(path, String(link.properties['href'])) ?? [])
  const fromText = targets(text.path, text.tree)
  const paths = new Set(fromText.map((target) => target.replace(/#.*/, '')))
  const terms = [...pages.keys()].filter((path) => /^glossar\/./.test(path) && paths.has(path))
  const ofOthers = ({ properties: { dataOfText: slug } }: Element) =>
    slug !== undefined && `texte/${String(slug)}/` !== text.path
  const entries = terms.map((path) => wholePart(pages, path, 2, ofOthers))
  const fromEntries = entries.flatMap(({ path, content }) =>
    targets(path, element('div', {}, content)),
  )
  const works = new Set(
    [...fromText, ...fromEntries]
      .filter((target) => target.startsWith('literatur/#'))
      .map((target) => target.replace(/.*#/, '')),
  )
  const parts: Part[] = []
  if (entries.length > 0 && pages.has('glossar/'))
    parts.push({ ...headingOnly(wholePart(pages, 'glossar/')), parts: entries })
  if (works.size > 0 && pages.has('literatur/'))
    parts.push(onlyWorks(wholePart(pages, 'literatur/', 1, ofOthers), works))
  return parts
}

/** Elements taken only from the page that the file begins with. */
const ofTheFrame: readonly Test[] = [byClass('goto-open'), byTag('dialog')]

/** Reading bars, of which only that of the text being read is shown. */
const isBar = byClass('reading-bar')

function wholePart(pages: Pages, path: string, depth = 1, left: Test = () => false): Part {
  const main = copyWithout(
    find(pages.get(path)!.tree, byTag('main')),
    (element) => left(element) || ofTheFrame.some((test) => test(element)),
  )
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
