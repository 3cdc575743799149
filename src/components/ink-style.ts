import { inksOf } from '../edition/model/inks.ts'
import type { EditionData } from '../edition/model/model.ts'

/** Rules that put the inks of the edition in the place of the usual ones; empty if it says none. */
export function inkStyle(edition: Pick<EditionData, 'inks'>): string {
  if (!edition.inks) return ''
  const { notes, glosses } = inksOf(edition)
  const inks = (theme: 'light' | 'dark' | 'sepia') =>
    `{--copper:${notes[theme]};--green:${glosses[theme]}}`
  return (
    `:root${inks('light')}` +
    `@media(prefers-color-scheme:dark){:root:not([data-theme])${inks('dark')}}` +
    `:root[data-theme=dark]${inks('dark')}:root[data-theme=sepia]${inks('sepia')}`
  )
}
