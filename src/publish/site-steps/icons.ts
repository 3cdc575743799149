import { builtEdition } from '../../edition/built.ts'
import { drawIcons, iconFiles, letterMark, markFile } from '../icons/draw-icons.ts'
import type { SiteStep } from '../site.ts'

/** Draws the icons that public/ has not got: all from its mark, or that too from the title. */
export const icons: SiteStep = async (site) => {
  const missing = [markFile, ...iconFiles].filter((name) => !site.files.includes(name))
  if (missing.length === 0) return 'those of public/'
  const { meta } = builtEdition()
  if (missing.includes(markFile)) await site.write(markFile, letterMark(meta))
  const mark = (await site.read(markFile)).toString()
  for (const [name, icon] of await drawIcons(mark, meta))
    if (missing.includes(name)) await site.write(name, icon)
  return `${missing.length} drawn`
}
