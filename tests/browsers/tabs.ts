import { spawn } from 'node:child_process'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { findChromium, launchOptions } from '../chromium.ts'
import type { Tab } from './browser.ts'
import { addressIn, openSocket, sending } from './socket.ts'

/** Several tabs of one browser. */
export interface Tabs {
  /** Opens one more tab, without a page. */
  open: () => Promise<Tab>
  close: () => Promise<void>
}

/**
 * Chromium with a fresh profile, asked in its tabs alone. Playwright asks its service workers, too, as tools for
 * developers do: then Chromium ends an older worker in the middle of its answers.
 */
export async function launchChromium(): Promise<Tabs> {
  const { executablePath, args } = launchOptions(findChromium())
  const profile = await mkdtemp(join(tmpdir(), 'chromium-'))
  const own = ['--headless', '--remote-debugging-port=0', `--user-data-dir=${profile}`]
  const running = spawn(executablePath!, [...args!, ...own, 'about:blank'], {
    stdio: ['ignore', 'ignore', 'pipe'],
    detached: true,
  })
  const exited = new Promise((resolve) => running.once('exit', resolve))
  const { host } = new URL(await addressIn(running, /DevTools listening on (ws:\S+)/))
  return {
    open: async () => {
      const response = await fetch(`http://${host}/json/new?about:blank`, { method: 'PUT' })
      const { webSocketDebuggerUrl } = (await response.json()) as { webSocketDebuggerUrl: string }
      return tabAt(await openSocket(webSocketDebuggerUrl))
    },
    close: async () => {
      // Debian starts it by a script: the browser and its processes are one group with that.
      process.kill(-running.pid!)
      await exited
      running.stderr.destroy()
      await rm(profile, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 })
    },
  }
}

async function tabAt(socket: WebSocket): Promise<Tab> {
  let loaded = () => {}
  const send = sending(socket, ({ method }) => {
    if (method === 'Page.loadEventFired') loaded()
  })
  await send('Page.enable', {})
  return {
    visit: async (url) => {
      const load = new Promise<void>((resolve) => (loaded = resolve))
      const { errorText } = await send<{ errorText?: string }>('Page.navigate', { url })
      if (errorText) throw new Error(`${url}: ${errorText}`)
      await load
    },
    evaluate: async (act, ...args) => {
      const { result, exceptionDetails } = await send<{
        result: { value: never }
        exceptionDetails?: object
      }>('Runtime.evaluate', {
        expression: `(${act.toString()})(...${JSON.stringify(args)})`,
        awaitPromise: true,
        returnByValue: true,
      })
      if (exceptionDetails) throw new Error(JSON.stringify(exceptionDetails))
      return result.value
    },
  }
}
