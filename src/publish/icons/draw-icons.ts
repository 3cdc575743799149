import sharp from 'sharp'
import { grounds, inksOf } from '../../edition/model/inks.ts'
import type { EditionData } from '../../edition/model/model.ts'
import { fontFile } from '../font-file.ts'

export const markFile = 'favicon.svg'

/** `side` in pixels; `share`: size of the drawing relative to it. Maskable icons may be cropped to a circle of 80 %. */
const icons = [
  { file: 'icon-192.png', side: 192, share: 0.75 },
  { file: 'icon-512.png', side: 512, share: 0.75 },
  { file: 'icon-maskable-512.png', side: 512, share: 0.58 },
  { file: 'apple-touch-icon.png', side: 180, share: 0.66 },
] as const

export const iconFiles: readonly string[] = icons.map(({ file }) => file)

const paper = grounds.light[0]!
type Marked = Pick<EditionData, 'title' | 'inks'>

/** The mark of an edition that has none: the first letter of its title, over a line. */
export function letterMark(edition: Marked): string {
  const { notes, glosses } = inksOf(edition)
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 32 32" data-letter="">
  <style>
    text { fill: ${notes.light} } path { stroke: ${glosses.light} }
    @media (prefers-color-scheme: dark) { text { fill: ${notes.dark} } path { stroke: ${glosses.dark} } }
  </style>
  <text x="16" y="23" text-anchor="middle" font-family="'Source Serif 4', Georgia, serif" font-size="26">${escapeXml(initialOf(edition.title))}</text>
  <path d="M5 29H27" stroke-width="2"/>
</svg>
`
}

/** The icons as PNG, by the names of their files, drawn from the mark. */
export async function drawIcons(
  mark: string,
  edition: Marked,
): Promise<[name: string, icon: Buffer][]> {
  const drawing = isLetterMark(mark)
    ? await letterDrawing(edition)
    : (size: number) => Buffer.from(mark.replace('<svg ', `<svg width="${size}" height="${size}" `))
  return Promise.all(
    icons.map(async ({ file, side, share }) => {
      const size = Math.round(side * share)
      const ground = { width: side, height: side, channels: 3, background: paper } as const
      const drawn = await sharp(drawing(size)).resize(size, size, { fit: 'inside' }).toBuffer()
      const icon = await sharp({ create: ground })
        .composite([{ input: drawn }])
        .png({ palette: true })
        .toBuffer()
      return [file, icon] as [string, Buffer]
    }),
  )
}

/** In an SVG the letter would be set in whatever fonts this machine has. */
const isLetterMark = (mark: string): boolean => mark.includes('data-letter=""')

async function letterDrawing(edition: Marked): Promise<(size: number) => Buffer> {
  const { notes, glosses } = inksOf(edition)
  const letter = await sharp({
    text: {
      text: `<span foreground="${notes.light}">${escapeXml(initialOf(edition.title))}</span>`,
      font: 'Edition Serif 300',
      fontfile: await fontFile(),
      rgba: true,
      dpi: 72,
    },
  })
    .resize(400, 400, { fit: 'inside' })
    .png()
    .toBuffer()
  const line = `<svg xmlns="http://www.w3.org/2000/svg" width="512" height="512"><path d="M64 480H448" stroke="${glosses.light}" stroke-width="24"/></svg>`
  const whole = await sharp({
    create: { width: 512, height: 512, channels: 4, background: '#0000' },
  })
    .composite([{ input: letter, gravity: 'center' }, { input: Buffer.from(line) }])
    .png()
    .toBuffer()
  return () => whole
}

const initialOf = (title: string): string =>
  /[\p{L}\p{N}]\p{M}*/u.exec(title)?.[0].toLocaleUpperCase('de') ?? '·'

const escapeXml = (words: string): string =>
  words.replace(/[&<>"]/g, (sign) => `&#${sign.charCodeAt(0)};`)
