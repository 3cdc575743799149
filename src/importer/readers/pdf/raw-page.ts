import type { PagePicture } from './pictures.ts'
import type { Link } from './links.ts'
import type { Box, Piece } from './page-model.ts'

/** A page as it is in the file. */
export interface RawPage {
  number: number
  width: number
  height: number
  pieces: Piece[]
  /** Words set at an angle, such as a stamp in the margin. */
  turned: string[]
  /** Number of glyphs of which the file does not tell the letters. */
  unknown: number
  /** Words beyond the edges of the page. */
  outside: string[]
  /** Horizontal rules. */
  rules: Box[]
  links: Link[]
  pictures: PagePicture[]
  /** Alternative texts of figures that are drawn, not pictures. */
  drawn: string[]
}
