import { build } from '../../src/edition/build.ts'
import type { Audience, Sources } from '../../src/edition/model/model.ts'
import { problems as known } from '../../src/problems/content-problems.ts'

/** Milliseconds of work that the build of one small edition may take, whatever stands in it. */
const longest = 2000

/** What is wrong with the answer to such content: null where it is an edition, or named problems with a place. */
export function judge(sources: Sources, audience: Audience = 'local'): string | null {
  const started = process.threadCpuUsage()
  let built: ReturnType<typeof build>
  try {
    built = build(sources, audience, (path) =>
      path.startsWith('bilder/') ? { fault: null } : null,
    )
  } catch (error) {
    return `a trace: ${String((error as Error).stack)
      .split('\n')
      .slice(0, 6)
      .join('\n')}`
  }
  const { user, system } = process.threadCpuUsage(started)
  const time = Math.round((user + system) / 1000)
  if (time > longest) return `${time} ms`
  const { edition, problems } = built
  const isStopped = problems.some(({ severity }) => severity === 'error')
  if ((edition === null) !== isStopped) return 'an edition with errors, or none without'
  for (const { path, line, column, name, message } of problems) {
    if (!Object.hasOwn(known, name)) return `no problem is called ${name}`
    const lines = (sources[path] ?? '').split(/\r\n|\n|\r/)
    const length = lines[line - 1]?.length
    if (length === undefined || column < 1 || column > length + 1)
      return `no such place: ${path}:${line}:${column}: ${message}`
    if (/undefined|\[object|NaN/.test(message) && !/undefined|\[object|NaN/.test(sources[path]!))
      return `words of the machine: ${message}`
  }
  return null
}
