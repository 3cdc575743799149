import { lotteryFrom, type Lottery } from '../unit/importer/random.ts'
import { dataFiles } from './data-files.ts'
import { judge } from './judge.ts'

/** What is made up: name → an edition by lot. */
export const kinds: Record<string, (lottery: Lottery) => Record<string, string>> = { dataFiles }

export interface Failure {
  seed: number
  why: string
  sources: Record<string, string>
}

/** Makes editions from `first` on, each by a seed of its own, so that one alone can be made again. */
export function fuzz(kind: string, first: number, runs: number): Failure[] {
  const failures: Failure[] = []
  for (let seed = first; seed < first + runs; seed++) {
    const lottery = lotteryFrom(seed)
    const sources = kinds[kind]!(lottery)
    const why = judge(sources, lottery.oneOf(['local', 'course', 'public']))
    if (why) failures.push({ seed, why, sources })
  }
  return failures
}
