import type { Root } from 'hast'
import { fromHtml } from 'hast-util-from-html'

/** The HTML is larger or more deeply nested than any text. */
export class HtmlError extends Error {
  readonly offset: number
  constructor(message: string, offset: number) {
    super(message)
    this.offset = offset
  }
}

const mostTags = 600_000
const mostOpen = 400
/** The parser repeats every open one of these in each paragraph. */
const mostOpenStyles = 60

/** Parses HTML. @throws HtmlError where time and memory would not suffice */
export function parseHtml(source: string): Root {
  const html = closed(source)
  measure(html)
  try {
    return fromHtml(html, { fragment: false })
  } catch (error) {
    if (error instanceof RangeError) throw new HtmlError('its elements are nested too deeply', 0)
    throw error
  }
}

/** XHTML closes elements in their start tag, which HTML does not: `<a id="x"/>`. */
const closed = (source: string): string =>
  source.replace(
    /<([a-z][\w:-]*)((?:\s[^<>]*?)?(?<=[\s"'\w]))\/>/gi,
    (tag, name: string, attributes: string) =>
      empty.has(name.toLowerCase()) || /=\s*[^\s"']+$/.test(attributes)
        ? tag
        : `<${name}${attributes}></${name}>`,
  )

const styles = new Set('a b big code em font i nobr s small strike strong tt u'.split(' '))
const closedByOthers = new Set(
  'p li dt dd tr td th thead tbody tfoot option optgroup html head body colgroup rp rt'.split(' '),
)
const empty = new Set(
  'area base br col embed frame hr img input link meta param source track wbr basefont bgsound'.split(
    ' ',
  ),
)

function measure(source: string): void {
  const open = new Map<string, number>()
  let [tags, levels, styled] = [0, 0, 0]
  const pattern =
    /<!--[\s\S]*?(?:-->|$)|<(script|style|textarea|title)\b[\s\S]*?(?:<\/\1|$)|<(\/?)([a-z][\w:-]*)[^<>]*?(\/?)>/gi
  for (const { index, 2: slash, 3: tag } of source.matchAll(pattern)) {
    if (!tag) continue
    const name = tag.toLowerCase()
    tags += 1
    if (tags > mostTags) throw new HtmlError(`it has more than ${mostTags} tags`, index)
    if (empty.has(name) || closedByOthers.has(name)) continue
    const count = open.get(name) ?? 0
    if (slash && count === 0) continue
    const step = slash ? -1 : 1
    open.set(name, count + step)
    levels += step
    if (styles.has(name)) styled += step
    if (styled > mostOpenStyles)
      throw new HtmlError(
        `more than ${mostOpenStyles} elements such as <${name}> are never closed`,
        index,
      )
    if (levels > mostOpen)
      throw new HtmlError(`more than ${mostOpen} elements are inside each other`, index)
  }
}
