import sharp from 'sharp'

/** Text on a card. */
export interface CardTitle {
  author: string
  title: string
  subtitle: string
  site: string
}

const [width, height, margin] = [1200, 630, 88]
const colours = {
  paper: '#f9fafb',
  ink: '#191d21',
  soft: '#4a5159',
  copper: '#8a4117',
  green: '#1d5a3c',
}

/** The title page of a text as a PNG of 1200 by 630. `fontFile`: a TrueType file of the text face. */
export async function drawCard({ author, title, subtitle, site }: CardTitle, fontFile: string) {
  const set = (words: string, size: number, colour: string) =>
    words ? setWords(words, size, colour, fontFile) : null
  const head = await set(author || (title === site ? '' : site), 30, colours.soft)
  const name = await set(title, title.length > 36 ? 72 : 84, colours.ink)
  const below = await set(subtitle, 36, colours.soft)
  const foot = await set(title === site || !author ? '' : site, 26, colours.soft)
  let y = margin + 44
  const placed = [head, name, below].flatMap((block) => {
    if (!block) return []
    const at = { input: block.data, left: margin, top: y }
    y += block.info.height + 34
    return [at]
  })
  if (foot)
    placed.push({ input: foot.data, left: margin, top: height - margin - foot.info.height + 20 })
  return sharp(Buffer.from(ground()))
    .composite(placed)
    .png({ palette: true, colours: 64 })
    .toBuffer()
}

/** Pango sets the text and breaks the lines; at 72 dpi a point is a pixel. */
const setWords = (words: string, size: number, colour: string, fontfile: string) =>
  sharp({
    text: {
      text: `<span foreground="${colour}">${escapeMarkup(words)}</span>`,
      font: `Edition Serif ${size}`,
      fontfile,
      width: width - 2 * margin - 60,
      rgba: true,
      dpi: 72,
      spacing: -8,
    },
  })
    .png()
    .toBuffer({ resolveWithObject: true })

const escapeMarkup = (words: string): string =>
  words.replace(/[&<>]/g, (sign) => `&#${sign.charCodeAt(0)};`)

/** Background: paper, a rule, and two lines like conductors that run off the card. */
function ground(): string {
  const right = width - margin
  const trace = (y: number, colour: string, bend: number) =>
    `<path d="M${right - bend} ${y}h${bend - 60}l60 -60h${margin}" stroke="${colour}" stroke-width="3" fill="none"/>
     <circle cx="${right - bend}" cy="${y}" r="6" fill="${colours.paper}" stroke="${colour}" stroke-width="3"/>`
  return `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}">
    <rect width="${width}" height="${height}" fill="${colours.paper}"/>
    <rect x="${margin}" y="${margin}" width="${width - 2 * margin}" height="4" fill="${colours.ink}"/>
    ${trace(height - 84, colours.copper, 300)}${trace(height - 60, colours.green, 380)}
  </svg>`
}
