import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { editionFolder } from '../../workspace/index.ts'

/**
 * The drawing of an ornament that takes the colour of the words, to stand in the page itself: as a picture it would be
 * black on dark pages. Null: it has colours of its own, or more in it than shapes.
 * @param path from public/ on: `/name.svg`
 */
export function readInkedOrnament(path: string): string | null {
  const file = join(editionFolder(), 'public', path)
  return /\.svg$/i.test(path) && existsSync(file) ? inkedDrawing(readFileSync(file, 'utf8')) : null
}

export function inkedDrawing(source: string): string | null {
  const drawing = /<svg\b[\s\S]*<\/svg>/.exec(source)?.[0].replace(/<!--[\s\S]*?-->/g, '')
  if (!drawing?.includes('currentColor')) return null
  const tags = [...drawing.matchAll(/<\/?([^\s/>]+)([^>]*)>/g)]
  const isPlain = tags.every(
    ([, name = '', attributes = '']) => shapes.has(name) && !unfit.test(attributes),
  )
  return isPlain ? drawing : null
}

const shapes: ReadonlySet<string> = new Set([
  ...['svg', 'g', 'title', 'desc', 'path', 'rect', 'circle', 'ellipse', 'line', 'polyline'],
  'polygon',
])

/** What could do more in a page than draw, or meet a name of the page's own. */
const unfit = /\s(?:id|class|style|href|on\w+|(?!xmlns\b|xml:space\b)\w+:\w+)\s*=/i
