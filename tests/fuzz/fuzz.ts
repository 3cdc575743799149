import { lotteryFrom, type Lottery } from '../unit/importer/random.ts'
import { dataFiles } from './data-files.ts'
import { judge } from './judge.ts'
import { markdownTexts } from './markdown-texts.ts'
import { importScans } from './scans.ts'

/** What came of files by lot. `why`: what is wrong with it, or null. */
interface Tried {
  why: string | null
  sources: Record<string, string>
}

const checked =
  (make: (lottery: Lottery) => Record<string, string>) =>
  (lottery: Lottery): Tried => {
    const sources = make(lottery)
    return { sources, why: judge(sources, lottery.oneOf(['local', 'course', 'public'])) }
  }

/** What is made up: name → what comes of it. */
export const kinds: Record<string, (lottery: Lottery) => Tried | Promise<Tried>> = {
  dataFiles: checked(dataFiles),
  markdownTexts: checked(markdownTexts),
  scans: importScans,
}

export interface Failure extends Tried {
  seed: number
  why: string
}

/** Tries `runs` from the seed `first` on, each by a seed of its own, so that one alone can be made again. */
export async function fuzz(kind: string, first: number, runs: number): Promise<Failure[]> {
  const failures: Failure[] = []
  for (let seed = first; seed < first + runs; seed++) {
    const { why, sources } = await kinds[kind]!(lotteryFrom(seed))
    if (why) failures.push({ seed, why, sources })
  }
  return failures
}
