import { localFonts, type LocalFont } from './local-fonts.ts'

/** A web font of the edition. */
export interface Face {
  family: string
  file: string
  italic: boolean
  weight: string
  /** Value of `unicode-range`; omitted: all characters. */
  range?: string
}

/** Mean advance, ascent and descent of the roman in em, which local stand-ins are scaled to match. */
export interface Measure {
  advance: number
  ascent: number
  descent: number
}

type Measures = Record<LocalFont['standsInFor'], Measure>

export function stylesheet(faces: readonly Face[], measures: Measures): string {
  return [
    '/* Written by fonts/subset.ts. */',
    ...faces.map(ownFace),
    ...localFonts.flatMap((font) => standIns(font, measures[font.standsInFor])),
    `:root {
      --serif: ${stack('Edition Serif', 'serif')};
      --sans: ${stack('Edition Sans', 'sans-serif')};
    }`,
  ].join('\n\n')
}

const ownFace = ({ family, file, italic, weight, range }: Face) =>
  fontFace({
    'font-family': quoted(family),
    'font-style': italic ? 'italic' : 'normal',
    'font-weight': weight,
    // No layout shift while reading: a font that loads late is used from the next page on.
    'font-display': 'optional',
    src: `url('./fonts/${file}') format('woff2')`,
    ...(range && { 'unicode-range': range }),
  })

/** All styles are scaled like the roman, so that italics have the size of the words around them. */
function standIns({ family, names, advance }: LocalFont, ours: Measure): string[] {
  const scale = ours.advance / advance
  const shared = {
    'size-adjust': percent(scale),
    'ascent-override': percent(ours.ascent / scale),
    'descent-override': percent(ours.descent / scale),
    'line-gap-override': '0%',
  }
  const style = (descriptors: Record<string, string>, locals: readonly string[]) =>
    fontFace({
      'font-family': quoted(family),
      ...descriptors,
      src: locals.map((name) => `local(${quoted(name)})`).join(', '),
      ...shared,
    })
  return [
    style({}, names.roman),
    style({ 'font-style': 'italic' }, names.italic),
    style({ 'font-weight': '700' }, names.bold),
  ]
}

function stack(ours: LocalFont['standsInFor'], generic: string): string {
  const others = localFonts.filter((font) => font.standsInFor === ours)
  return [...[ours, ...others.map((font) => font.family)].map(quoted), generic].join(', ')
}

function fontFace(descriptors: Record<string, string>): string {
  const lines = Object.entries(descriptors).map(([name, value]) => `  ${name}: ${value};`)
  return `@font-face {\n${lines.join('\n')}\n}`
}
const quoted = (name: string) => `'${name}'`
const percent = (ratio: number) => `${(100 * ratio).toFixed(2)}%`
