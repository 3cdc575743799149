import { localFonts, type LocalFont } from './local-fonts.ts'

/** One `@font-face` of ours. */
export interface Face {
  family: string
  file: string
  italic: boolean
  weight: string
  /** Value of `unicode-range`; without it the face answers for every character. */
  range?: string
}

/** What a stand-in has to match: mean advance, ascent and descent of the roman, in em. */
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
    // Nothing moves while one reads: a font that comes late serves the next page.
    'font-display': 'optional',
    src: `url('./fonts/${file}') format('woff2')`,
    ...(range && { 'unicode-range': range }),
  })

/** All styles share the scale of the roman, so that an italic word keeps the size of its line. */
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
