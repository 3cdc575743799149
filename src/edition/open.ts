import { build, type Build } from './build.ts'
import type { Audience } from './model/model.ts'
import { readContentFiles } from './read/content-files.ts'
import { readFigures } from './read/figure-files.ts'

/** Builds the Edition from content/ on the disk, for commands that need no site. */
export async function openEdition(audience: Audience): Promise<Build> {
  const { sources, problems: ofFiles } = readContentFiles()
  const { problems, ...built } = build(sources, audience, await readFigures())
  return { ...built, problems: [...ofFiles, ...problems] }
}
