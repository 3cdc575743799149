/**
 * A real browser driven by WebDriver: Firefox by WebDriver BiDi, which it has built in, WebKit by WebDriver. Both take
 * the same actions (https://www.w3.org/TR/webdriver2/#actions). Chromium is driven by Playwright (tests/e2e).
 */
export interface Browser extends Tab {
  name: 'Firefox' | 'WebKit'
  /** Size of the window's inside in CSS pixels. */
  resize: (width: number, height: number) => Promise<void>
  /** Performs lists of actions, one after the other within each source. */
  perform: (sources: readonly ActionSource[]) => Promise<void>
  /** What the window shows, as PNG. */
  screenshot: () => Promise<Buffer>
  close: () => Promise<void>
}

export interface Tab {
  /** Loads an address and waits until it is complete. */
  visit: (address: string) => Promise<void>
  /** Runs a function of the page without anything from outside; arguments and answer are JSON, a promise is awaited. */
  evaluate: <A extends unknown[], R>(act: (...args: A) => R, ...args: A) => Promise<Awaited<R>>
}

export interface ActionSource {
  type: 'key' | 'pointer'
  id: string
  parameters?: { pointerType: 'mouse' | 'touch' }
  actions: readonly Record<string, unknown>[]
}

export interface Point {
  x: number
  y: number
}

/** Names of keys that are no characters, as WebDriver writes them. */
export const keys = {
  Escape: '\ue00c',
  Enter: '\ue007',
  Tab: '\ue004',
  Shift: '\ue008',
  Control: '\ue009',
  Backspace: '\ue003',
  ArrowLeft: '\ue012',
  ArrowUp: '\ue013',
  ArrowRight: '\ue014',
  ArrowDown: '\ue015',
  PageDown: '\ue00f',
} as const

/** Presses keys one after the other; each is let go before the next. */
export const typed = (pressed: Iterable<string>): ActionSource => ({
  type: 'key',
  id: 'keyboard',
  actions: [...pressed].flatMap((value) => [
    { type: 'keyDown', value },
    { type: 'keyUp', value },
  ]),
})

/** Presses a key while another is held. */
export const pressedWith = (held: string, value: string): ActionSource => ({
  type: 'key',
  id: 'keyboard',
  actions: [
    { type: 'keyDown', value: held },
    { type: 'keyDown', value },
    { type: 'keyUp', value },
    { type: 'keyUp', value: held },
  ],
})

/** Presses the mouse at a point and lets it go there, or at another one. */
export const dragged = (from: Point, to: Point = from): ActionSource => ({
  type: 'pointer',
  id: 'mouse',
  parameters: { pointerType: 'mouse' },
  actions: [
    { type: 'pointerMove', ...from },
    { type: 'pointerDown', button: 0 },
    ...(to === from ? [] : [{ type: 'pointerMove', ...to, duration: 200 }]),
    { type: 'pointerUp', button: 0 },
  ],
})

/** Asks again until the function of the page gives a value that is not false, null or empty. */
export async function until<A extends unknown[], R>(
  browser: Browser,
  what: string,
  act: (...args: A) => R,
  ...args: A
): Promise<Exclude<NonNullable<Awaited<R>>, false>> {
  const given = Date.now() + 20_000
  for (;;) {
    const value = await browser.evaluate(act, ...args)
    if (value) return value as Exclude<NonNullable<Awaited<R>>, false>
    if (Date.now() > given) throw new Error(`${browser.name}: ${what} did not come within 20 s.`)
    await new Promise((resolve) => setTimeout(resolve, 50))
  }
}

/** Clicks the middle of the first element that a selector finds, in view and once it has come to rest. */
export async function click(browser: Browser, selector: string): Promise<void> {
  const point = await until(
    browser,
    `“${selector}”`,
    async (selector) => {
      const element = document.querySelector(selector)
      if (!element) return null
      element.scrollIntoView({ block: 'center', behavior: 'instant' })
      const middle = () => {
        const [box] = element.getClientRects()
        return box && [box.x + box.width / 2, box.y + box.height / 2].map(Math.round)
      }
      const before = String(middle())
      for (let i = 0; i < 3; i++) await new Promise((drawn) => requestAnimationFrame(drawn))
      const now = middle()
      return now && String(now) === before && { x: now[0]!, y: now[1]! }
    },
    selector,
  )
  await browser.perform([dragged(point)])
}
