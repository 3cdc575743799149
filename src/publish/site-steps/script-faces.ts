import { posix } from 'node:path'
import type { SiteStep } from '../site.ts'

/** Whether a file holds letters of a script that few texts have. */
export const isScriptFace = (file: string): boolean =>
  /^_astro\/(?:gentium-book-plus|noto-serif-hebrew|noto-naskh-arabic)-.*\.woff2?$/.test(file)

/** Removes the faces of scripts that no page has, which are copied to the site whatever it holds. */
export const scriptFaces: SiteStep = async (site) => {
  const faces = site.files.filter(isScriptFace)
  const named = new Set(site.pages.flatMap(({ facts }) => facts.names))
  const unnamed = faces.filter((file) => !named.has(posix.basename(file)))
  for (const file of unnamed) await site.remove(file)
  return `${faces.length - unnamed.length} of ${faces.length}`
}
