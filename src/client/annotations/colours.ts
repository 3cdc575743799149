import { colourNamesKey } from '../../contract/storage-keys.ts'
import { device } from '../platform/storage.ts'
import { colours, type Colour } from './model.ts'

/** The colours by name, and what they mean until the reader says otherwise. */
export const hues: Record<Colour, string> = {
  gelb: 'Gelb',
  gruen: 'Grün',
  blau: 'Blau',
  rot: 'Rot',
  grau: 'Grau',
}
const meanings: Record<Colour, string> = {
  gelb: 'wichtig',
  gruen: 'These',
  blau: 'Frage',
  rot: 'Einwand',
  grau: 'Notiz',
}

export const colourNames = (): Record<Colour, string> => namesIn(device.readJson(colourNamesKey))

/** @param name empty: the default name */
export function nameColour(colour: Colour, name: string): void {
  device.writeJson(colourNamesKey, { ...colourNames(), [colour]: name.trim().slice(0, 24) })
}

export function namesIn(kept: unknown): Record<Colour, string> {
  const name = (colour: Colour) => {
    const value = kept && Object.hasOwn(kept, colour) && (kept as Record<string, unknown>)[colour]
    return typeof value === 'string' && value ? value : meanings[colour]
  }
  return Object.fromEntries(colours.map((colour) => [colour, name(colour)])) as Record<
    Colour,
    string
  >
}
