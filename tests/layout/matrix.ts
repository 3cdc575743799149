import type { Browser, BrowserContextOptions, Page } from 'playwright'
import { behind, beside, inFlow } from './expect.ts'
import { inspect, type Inspected } from './inspect.ts'
import {
  closeAll,
  closedGlosses,
  enter,
  openEvery,
  shifts,
  walk,
  type State,
} from './page-actions.ts'

export const widths = [320, 360, 390, 600, 768, 1024, 1180, 1280, 1440, 1920, 2560]

/** All text sizes, each with and without the text spacing of WCAG 1.4.12. */
const states: State[] = [100, 150, 200].flatMap((zoom) =>
  [false, true].map((spacing) => ({ zoom, spacing })),
)

export interface Found {
  where: string
  problems: string[]
}

type Report = (found: Found) => void

interface Visit extends BrowserContextOptions {
  width: number
  fonts?: boolean
}

async function visit(
  browser: Browser,
  address: string,
  { width, fonts = true, ...options }: Visit,
  act: (page: Page) => Promise<void>,
): Promise<void> {
  const context = await browser.newContext({ viewport: { width, height: 900 }, ...options })
  if (!fonts) await context.route('**/*.woff2', (route) => route.abort())
  const page = await context.newPage()
  await page.goto(address)
  await act(page)
  await context.close()
}

/** With the script, at one width: no layout shift on loading; then all sizes and spacings. */
export async function withScript(
  browser: Browser,
  address: string,
  width: number,
  fonts: boolean,
  report: Report,
): Promise<void> {
  await visit(browser, address, { width, fonts }, async (page) => {
    const name = `${width} px${fonts ? '' : ', fonts blocked'}`
    await page.waitForSelector('[data-placed]')
    const { sum, sources } = await page.evaluate(shifts)
    report({
      where: `${name}, on arrival`,
      problems: sum > 0 ? [`layout shifts by ${sum}: ${sources.join(', ')}`] : [],
    })
    for (const state of fonts ? states : states.filter(({ zoom }) => zoom === 100)) {
      await page.evaluate(enter, state)
      const where = `${name}, ${state.zoom} %${state.spacing ? ', spaced' : ''}`
      report({ where, problems: await margin(page, state) })
    }
    await page.evaluate(() => document.documentElement.setAttribute('data-anmerkungen', 'text'))
    await page.evaluate(enter, { zoom: 100, spacing: false })
    report({ where: `${name}, notes in the text`, problems: await flow(page, 7) })
  })
}

async function margin(page: Page, { zoom, spacing }: State): Promise<string[]> {
  const inspected = await page.evaluate(inspect)
  return inspected.columns ? beside(inspected, true) : flow(page, zoom === 100 && !spacing ? 1 : 9)
}

async function flow(page: Page, step: number): Promise<string[]> {
  const walked = async () => {
    await page.evaluate(walk)
    return page.evaluate(inspect)
  }
  const closed = await walked()
  const { opened, jumped } = await page.evaluate(openEvery, step)
  const open = await walked()
  const wrong = await page.evaluate(closeAll)
  const again = await walked()
  return [
    ...(closed.columns ? ['there are columns'] : []),
    ...inFlow(closed, new Set()),
    ...jumped,
    ...inFlow(open, new Set(opened)),
    ...wrong,
    ...(again.height === closed.height ? [] : ['the text is not as long as before']),
  ]
}

export async function withoutScript(
  browser: Browser,
  address: string,
  width: number,
  report: Report,
): Promise<void> {
  await visit(browser, address, { width, javaScriptEnabled: false }, async (page) => {
    const inspected = await page.evaluate(inspect)
    const margins = inspected.items.some(({ box, call }) => box.left > call.right || box.right < 0)
    report({
      where: `${width} px, no script`,
      problems: margins ? beside(inspected, false) : behind(inspected),
    })
  })
}

/** The glosses in the order in which they are listed behind the text on paper, each term once. */
function gathered(items: Inspected['items']): Inspected['items'] {
  const terms = new Map(
    items
      .filter(({ term }) => term)
      .toReversed()
      .map((item) => [item.term, item]),
  )
  const first = new Set(terms.values())
  return [
    ...items.filter(({ kind }) => kind === 'note'),
    ...items.filter((item) => first.has(item)),
  ]
}

/** At the widths of A4 and A3 paper, where it makes no difference what the reader has unfolded. */
export async function onPaper(
  browser: Browser,
  address: string,
  width: number,
  script: boolean,
  report: Report,
): Promise<void> {
  await visit(browser, address, { width, javaScriptEnabled: script }, async (page) => {
    if (script) await page.waitForSelector('[data-placed]')
    await page.emulateMedia({ media: 'print' })
    const inspected = await page.evaluate(inspect)
    const listed = script && inspected.items.every(({ kind, shown }) => kind === 'note' || !shown)
    const items = (script ? inspected.items : gathered(inspected.items))
      .filter(({ kind }) => !listed || kind === 'note')
      .map((item) => ({ ...item, folded: false, shown: item.box.bottom - item.box.top > 5 }))
    const closed = listed ? [] : await page.evaluate(closedGlosses, !script)
    const moved = items.filter(({ transformed }) => transformed).map(({ id }) => `${id} is moved`)
    const where = `${width} px of paper${script ? '' : ', no script'}`
    report({ where, problems: [...behind({ ...inspected, items }), ...moved, ...closed] })
  })
}
