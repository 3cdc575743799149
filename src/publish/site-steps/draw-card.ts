import sharp from 'sharp'
import type { CardTitle } from '../page-facts.ts'

/** What marks the cards of one edition. */
export interface CardLook {
  /** Colours of notes and glosses. */
  inks: [notes: string, glosses: string]
  /** Two lines like conductors, or plain ones. */
  hasConductors: boolean
}

const [width, height, margin] = [1200, 630, 88]
const colours = {
  paper: '#f9fafb',
  ink: '#191d21',
  soft: '#4a5159',
}

/** Widest and highest that words may become. */
interface Room {
  width: number
  height: number
}

interface Block {
  data: Buffer
  info: Room
}

const lineWidth = width - 2 * margin - 60

/** The title page of a text as a PNG of 1200 by 630. `fontFile`: a TrueType file of the text face. */
export async function drawCard(
  { author, title, subtitle, site }: CardTitle,
  look: CardLook,
  fontFile: string,
) {
  const set = (words: string, sizes: readonly number[], colour: string, height: number) =>
    fit(words, sizes, { width: lineWidth, height }, (text, size, wrap) =>
      setWords(text, size, colour, wrap, fontFile),
    )
  const head = await set(author || (title === site ? '' : site), [30, 26], colours.soft, 84)
  const sizes = title.length > 36 ? [72, 60, 50, 42] : [84, 72, 60, 50, 42]
  const name = await set(title, sizes, colours.ink, 250)
  const foot = await set(title === site || !author ? '' : site, [26, 22], colours.soft, 60)
  let y = margin + 44
  const end = height - margin - (foot?.info.height ?? 0)
  const left = end - y - spaceOf(head) - spaceOf(name)
  const below = await set(subtitle, [36, 30, 26], colours.soft, left)
  const placed = [head, name, below].flatMap((block) => {
    if (!block) return []
    const at = { input: block.data, left: margin, top: y }
    y += spaceOf(block)
    return [at]
  })
  if (foot)
    placed.push({ input: foot.data, left: margin, top: height - margin - foot.info.height + 20 })
  return sharp(Buffer.from(ground(look)))
    .composite(placed)
    .png({ palette: true, colours: 64 })
    .toBuffer()
}

const spaceOf = (block: Block | null): number => (block ? block.info.height + 34 : 0)

/** Characters. */
const mostSigns = 400

type Wrap = 'word' | 'word-char'

/**
 * Words in the largest of these sizes in which they have room; in the smallest, words are broken, and as many are left
 * out at the end as there is no room for. Null: there is nothing to see of them.
 */
async function fit(
  words: string,
  sizes: readonly number[],
  room: Room,
  draw: (words: string, size: number, wrap: Wrap) => Promise<Block | null>,
): Promise<Block | null> {
  const hasRoom = (block: Block | null) =>
    !block || (block.info.width <= room.width && block.info.height <= room.height)
  // More than a card has room for in any size is not drawn: Pango fails on pictures that are too wide.
  for (const size of words.length > mostSigns ? [] : sizes) {
    const block = await draw(words, size, 'word')
    if (hasRoom(block)) return block
  }
  const signs = [...words].slice(0, mostSigns)
  for (let kept = signs.length; kept > 0; kept = Math.floor(kept * 0.9)) {
    const rest = kept < words.length ? `${signs.slice(0, kept).join('').trimEnd()}…` : words
    const block = await draw(rest, sizes.at(-1)!, 'word-char')
    if (hasRoom(block)) return block
  }
  return null
}

/** Pango sets the words and breaks the lines; 72 dpi make a point a pixel. */
async function setWords(
  words: string,
  size: number,
  colour: string,
  wrap: Wrap,
  fontfile: string,
): Promise<Block | null> {
  // Pango refuses words of which nothing would be seen.
  if (!/[^\s\p{C}\p{M}]/u.test(words)) return null
  return sharp({
    text: {
      text: `<span foreground="${colour}">${escapeMarkup(words)}</span>`,
      font: `Edition Serif ${size}`,
      fontfile,
      width: lineWidth,
      wrap,
      rgba: true,
      dpi: 72,
      spacing: -8,
    },
  })
    .png()
    .toBuffer({ resolveWithObject: true })
}

const escapeMarkup = (words: string): string =>
  words.replace(/[&<>]/g, (sign) => `&#${sign.charCodeAt(0)};`)

/** Background: paper, a rule, and two lines that run off the card. */
function ground({ inks: [notes, glosses], hasConductors }: CardLook): string {
  const right = width - margin
  const trace = (y: number, colour: string, bend: number) =>
    !hasConductors
      ? `<path d="M${right - bend} ${y}H${width}" stroke="${colour}" stroke-width="3"/>`
      : `<path d="M${right - bend} ${y}h${bend - 60}l60 -60h${margin}" stroke="${colour}" stroke-width="3" fill="none"/>
     <circle cx="${right - bend}" cy="${y}" r="6" fill="${colours.paper}" stroke="${colour}" stroke-width="3"/>`
  return `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}">
    <rect width="${width}" height="${height}" fill="${colours.paper}"/>
    <rect x="${margin}" y="${margin}" width="${width - 2 * margin}" height="4" fill="${colours.ink}"/>
    ${trace(height - 84, notes, 300)}${trace(height - 60, glosses, 380)}
  </svg>`
}
