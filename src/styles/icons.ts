/** Draws the PNG icons in public/ from public/favicon.svg. */
import { readFile, writeFile } from 'node:fs/promises'
import sharp from 'sharp'

/** `side` in pixels; `share`: size of the drawing relative to it. Maskable icons may be cropped to a circle of 80 %. */
const icons = [
  { file: 'icon-192.png', side: 192, share: 0.75 },
  { file: 'icon-512.png', side: 512, share: 0.75 },
  { file: 'icon-maskable-512.png', side: 512, share: 0.58 },
  { file: 'apple-touch-icon.png', side: 180, share: 0.66 },
]
const paper = '#f9fafb'

const folder = new URL('../../public/', import.meta.url)
const mark = await readFile(new URL('favicon.svg', folder), 'utf8')

for (const { file, side, share } of icons) {
  const size = Math.round(side * share)
  const drawing = mark.replace('<svg ', `<svg width="${size}" height="${size}" `)
  const icon = await sharp({
    create: { width: side, height: side, channels: 3, background: paper },
  })
    .composite([{ input: Buffer.from(drawing) }])
    .png({ palette: true })
    .toBuffer()
  await writeFile(new URL(file, folder), icon)
  console.log(String(icon.length).padStart(6), file)
}
