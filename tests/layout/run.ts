import { chromium } from 'playwright'
import { findFirefox } from '../browsers/firefox.ts'
import { findChromium, launchOptions } from '../chromium.ts'
import { serveTexts } from './edition.ts'
import { inFirefox } from './matrix-firefox.ts'
import { onPaper, widths as all, withoutScript, withScript, type Found } from './matrix.ts'

/**
 * Checks notes and glosses of all texts at all widths, text sizes and spacings, without fonts, without script and on
 * paper: each exists once, is visible or one action away, in order, optimally placed; nothing overlaps, is clipped or
 * outside the window; no layout shift. Arguments: widths, if not all are to be checked.
 */
const asked = process.argv.slice(2).map(Number)
const widths = asked.length > 0 ? asked : all
const started = performance.now()
const served = await serveTexts()
const browser = await chromium.launch(launchOptions(findChromium()))
let states = 0
let failed = 0
const reporter = (text: string) => (found: Found) => {
  states++
  if (found.problems.length === 0) return
  failed++
  const shown = found.problems.slice(0, 5)
  const more = found.problems.length - shown.length
  console.log(`✖ ${text} · ${found.where}`)
  for (const problem of shown) console.log(`    ${problem}`)
  if (more > 0) console.log(`    and ${more} more`)
}
try {
  for (const address of served.texts) {
    const report = reporter(new URL(address).pathname)
    await together(2, [
      ...widths.map((width) => () => withScript(browser, address, width, true, report)),
      ...widths.map((width) => () => withScript(browser, address, width, false, report)),
      ...widths.map((width) => () => withoutScript(browser, address, width, report)),
      ...[718, 1046].flatMap((width) =>
        [true, false].map((script) => () => onPaper(browser, address, width, script, report)),
      ),
    ])
  }
  const firefox = findFirefox()
  if (firefox)
    await inFirefox(firefox, served.texts, (address, found) =>
      reporter(new URL(address).pathname)(found),
    )
  else console.log('No Firefox is here: its part is left out. FIREFOX_PATH names one.')
} finally {
  await browser.close()
  await served.stop()
}
const seconds = Math.round((performance.now() - started) / 1000)
console.log(
  `${states} states of ${served.texts.length} texts in ${seconds} s, ${failed} with problems.`,
)
process.exitCode = failed > 0 ? 1 : 0

/** Runs tasks, `count` at a time. */
async function together(count: number, tasks: (() => Promise<void>)[]): Promise<void> {
  const work = async () => {
    for (let task = tasks.shift(); task; task = tasks.shift()) await task()
  }
  await Promise.all(Array.from({ length: count }, work))
}
