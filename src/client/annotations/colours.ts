import { colours, type Colour } from './model.ts'

const key = 'edition:farben'

/** The colours by name, and what they mean until the reader says otherwise. */
export const hues: Record<Colour, string> = {
  gelb: 'Gelb',
  gruen: 'Grün',
  blau: 'Blau',
  rot: 'Rot',
}
const meanings: Record<Colour, string> = {
  gelb: 'wichtig',
  gruen: 'These',
  blau: 'Frage',
  rot: 'Einwand',
}

export function colourNames(): Record<Colour, string> {
  try {
    return parseNames(localStorage.getItem(key))
  } catch {
    return meanings
  }
}

/** An empty name is the first one again. */
export function nameColour(colour: Colour, name: string): void {
  try {
    const names = { ...colourNames(), [colour]: name.trim().slice(0, 24) }
    localStorage.setItem(key, JSON.stringify(names))
  } catch {}
}

export function parseNames(json: string | null): Record<Colour, string> {
  const kept: unknown = JSON.parse(json ?? '{}')
  const name = (colour: Colour) => {
    const value = kept && Object.hasOwn(kept, colour) && (kept as Record<string, unknown>)[colour]
    return typeof value === 'string' && value ? value : meanings[colour]
  }
  return Object.fromEntries(colours.map((colour) => [colour, name(colour)])) as Record<
    Colour,
    string
  >
}

/** The colour of the next note: the one used last. */
export function lastColour(): Colour {
  try {
    const last = localStorage.getItem('edition:farbe')
    return colours.find((colour) => colour === last) ?? 'gelb'
  } catch {
    return 'gelb'
  }
}

export function rememberColour(colour: Colour): void {
  try {
    localStorage.setItem('edition:farbe', colour)
  } catch {}
}
