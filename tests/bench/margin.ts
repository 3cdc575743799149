import { chromium } from 'playwright'
import { findChromium, launchOptions } from '../chromium.ts'
import { serveTexts } from '../layout/edition.ts'

export interface MarginBench {
  words: number
  notes: number
  /** Medians of one run, milliseconds. */
  layout: number
  placement: number
  /** Placement, including the layout it forces, divided by a layout of the page; at most 3. */
  ratio: number
}

/** Compares placing 1,000 notes on a page of 30,000 words with one forced layout of that page, in the same run. */
export async function benchMargin(): Promise<MarginBench> {
  const words = 30_000
  const notes = 1000
  const served = await serveTexts({ 'content/texts/lang.md': longText(words, notes) })
  const browser = await chromium.launch(launchOptions(findChromium()))
  try {
    const page = await browser.newPage({ viewport: { width: 1440, height: 900 } })
    await page.goto(served.texts.find((address) => address.endsWith('/lang/'))!)
    await page.waitForSelector('[data-placed]')
    await page.evaluate(() => document.fonts.ready.then(() => {}))
    const { layouts, placements } = await page.evaluate(measure, 9)
    const [layout, placement] = [median(layouts), median(placements)]
    return { words, notes, layout, placement, ratio: placement / layout }
  } finally {
    await browser.close()
    await served.stop()
  }
}

/** Runs in the browser: alternates layouts, forced by changing the width, with placements. */
async function measure(rounds: number) {
  const article = document.querySelector<HTMLElement>('article[data-text]')!
  const width = parseFloat(getComputedStyle(article).maxWidth)
  const settle = async () => {
    for (let n = 0; n < 4; n++) await new Promise((done) => requestAnimationFrame(done))
  }
  const layouts: number[] = []
  const placements: number[] = []
  for (let i = 0; i < rounds; i++) {
    article.style.maxWidth = `${width - 2 * i - 1}px`
    const start = performance.now()
    void article.getBoundingClientRect()
    layouts.push(performance.now() - start)
    await settle()

    performance.clearMeasures('edition:margin')
    article.style.maxWidth = `${width - 2 * i - 2}px`
    // As after fonts have loaded: all entries are measured again.
    document.fonts.dispatchEvent(new Event('loadingdone'))
    await settle()
    placements.push(performance.getEntriesByName('edition:margin')[0]!.duration)
  }
  return { layouts, placements }
}

/** A text in paragraphs of about 150 words, with notes of 10 to 60 words, evenly spread. */
function longText(words: number, notes: number): string {
  const lorem = 'Befehl Speicher rechnet neben einem Takt und wartet auf die Leitung'.split(' ')
  const run = (from: number, count: number) =>
    Array.from({ length: count }, (_, i) => lorem[(from + i) % lorem.length]).join(' ')
  const every = words / notes
  const paragraphs: string[] = []
  const definitions: string[] = []
  for (let n = 1; n <= notes; n++) {
    const part = `${run(n, every)}.[^${n}]`
    if (n % 5 === 1) paragraphs.push(n % 100 === 1 ? `## Teil ${n}\n\n${part}` : part)
    else paragraphs.push(`${paragraphs.pop()} ${part}`)
    definitions.push(`[^${n}]: ${run(n, 10 + ((n * 7) % 50))}.`)
  }
  const head = `---
title: Lang
author: Redaktion
language: de
date: 2026-01-01
version: '1.0'
abstract: Ein langer Text zum Messen.
rights: { status: open, licence: CC0-1.0, holder: Redaktion, source: erzeugt, changes: keine }
---`
  return [head, ...paragraphs, ...definitions].join('\n\n')
}

function median(numbers: readonly number[]): number {
  return numbers.toSorted((a, b) => a - b)[Math.floor(numbers.length / 2)] ?? NaN
}

if (import.meta.main) console.log(await benchMargin())
