import { launchFirefox } from '../browsers/firefox.ts'
import { beside, inFlow } from './expect.ts'
import { inspect } from './inspect.ts'
import type { Found } from './matrix.ts'
import { closeAll, enter, openEvery } from './page-actions.ts'

/** A part of the matrix in Firefox: narrow, medium and wide, with text at 100 and 200 %. */
export async function inFirefox(
  path: string,
  addresses: readonly string[],
  report: (address: string, found: Found) => void,
): Promise<void> {
  const firefox = await launchFirefox(path)
  try {
    for (const address of addresses)
      for (const width of [360, 1024, 1440]) {
        await firefox.resize(width, 900)
        await firefox.visit(address)
        for (const zoom of [100, 200]) {
          await firefox.evaluate(enter, { zoom, spacing: false })
          const page = await firefox.evaluate(inspect)
          const problems = page.columns ? beside(page, true) : inFlow(page, new Set())
          if (!page.columns) {
            const { opened, jumped } = await firefox.evaluate(openEvery, 9)
            problems.push(...jumped, ...inFlow(await firefox.evaluate(inspect), new Set(opened)))
            problems.push(...(await firefox.evaluate(closeAll)))
          }
          report(address, { where: `Firefox, ${width} px, ${zoom} %`, problems })
        }
      }
  } finally {
    await firefox.close()
  }
}
