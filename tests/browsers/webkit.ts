import { spawn, type ChildProcess } from 'node:child_process'
import { existsSync, globSync } from 'node:fs'
import { createServer } from 'node:net'
import type { AddressInfo } from 'node:net'
import { delimiter, join } from 'node:path'
import type { ActionSource, Browser } from './browser.ts'

export interface WebKitPaths {
  driver: string
  browser: string
}

/** In CSS pixels. In narrower windows a page is shown in a frame of this width, on an empty page of its server. */
export const narrowest = 500
/** Path, from the server's root, of a page without anything. */
export const emptyPage = '/leer.html'

/** WebKitGTK's driver and its small browser (Debian: webkit2gtk-driver), else null. */
export function findWebKit(): WebKitPaths | null {
  const folders = (process.env.PATH ?? '').split(delimiter)
  const driver = folders.map((at) => join(at, 'WebKitWebDriver')).find((path) => existsSync(path))
  const [browser] = globSync('/usr/lib/*/webkit2gtk-4.*/MiniBrowser')
  return driver && browser ? { driver, browser } : null
}

/** WebKit in a window of a virtual screen (xvfb-run) where there is no other; a fresh profile. */
export async function launchWebKit({ driver, browser }: WebKitPaths): Promise<Browser> {
  const port = await freePort()
  const own = [driver, `--port=${port}`, '--host=127.0.0.1']
  const [command, ...args] = process.env.DISPLAY
    ? own
    : ['xvfb-run', '-a', '-s', '-screen 0 2200x1600x24', ...own]
  const running = spawn(command!, args, { stdio: 'ignore', detached: true })
  try {
    const ask = asking(`http://127.0.0.1:${port}`)
    await answers(ask, running)
    const options = { binary: browser, args: ['--automation', '--private'] }
    const { sessionId } = await ask<{ sessionId: string }>('POST', '/session', {
      capabilities: { alwaysMatch: { 'webkitgtk:browserOptions': options } },
    })
    return session(ask, `/session/${sessionId}`, () => end(running))
  } catch (error) {
    await end(running)
    throw error
  }
}

function session(ask: Ask, path: string, ended: () => Promise<void>): Browser {
  const evaluate: Browser['evaluate'] = async (act, ...args) => {
    const call = `(${act.toString()})(...${JSON.stringify(args)})`
    const { value, error } = await ask<{ value?: string; error?: string }>(
      'POST',
      `${path}/execute/async`,
      {
        script: `const done = arguments[0]
          Promise.resolve().then(() => ${call}).then(
            (value) => done({ value: JSON.stringify(value) ?? 'null' }),
            (error) => done({ error: String(error?.stack ?? error) }))`,
        args: [],
      },
    )
    if (error) throw new Error(error)
    return JSON.parse(value ?? 'null')
  }
  const go = (url: string) => ask('POST', `${path}/url`, { url })
  let framed: { width: number; height: number } | null = null
  return {
    name: 'WebKit',
    // The window has a bar of its own above the page, and is never narrower than that.
    resize: async (width, height) => {
      framed = width < narrowest ? { width, height } : null
      await ask('POST', `${path}/frame`, { id: null })
      const outer = { width: Math.max(width, narrowest), height }
      await ask('POST', `${path}/window/rect`, outer)
      const [inWidth, inHeight] = await evaluate(() => [innerWidth, innerHeight])
      if (inWidth !== outer.width || inHeight !== height)
        await ask('POST', `${path}/window/rect`, {
          width: 2 * outer.width - inWidth!,
          height: 2 * height - inHeight!,
        })
    },
    visit: async (url) => {
      await ask('POST', `${path}/frame`, { id: null })
      if (!framed) return go(url)
      await go(new URL(emptyPage, url).href)
      await evaluate(
        (url, { width, height }) =>
          new Promise((done) => {
            const frame = document.createElement('iframe')
            frame.style.cssText = `position: fixed; inset: 0; border: 0; width: ${width}px; height: ${height}px`
            frame.src = url
            frame.onload = done
            document.body.replaceChildren(frame)
          }).then(() => null),
        url,
        framed,
      )
      await ask('POST', `${path}/frame`, { id: 0 })
    },
    evaluate,
    perform: async (sources: readonly ActionSource[]) => {
      await ask('POST', `${path}/actions`, { actions: sources })
    },
    screenshot: async () => Buffer.from(await ask<string>('GET', `${path}/screenshot`), 'base64'),
    close: async () => {
      await ask('DELETE', path).catch(() => {})
      await ended()
    },
  }
}

type Ask = <R = void>(method: string, path: string, body?: object) => Promise<R>

function asking(address: string): Ask {
  return async (method, path, body) => {
    const response = await fetch(address + path, {
      method,
      ...(body && { body: JSON.stringify(body) }),
    })
    const { value } = (await response.json()) as { value: { error?: string; message?: string } }
    if (!response.ok) throw new Error(`WebKit: ${value.error}: ${value.message}`)
    return value as never
  }
}

async function answers(ask: Ask, running: ChildProcess): Promise<void> {
  const given = Date.now() + 60_000
  while (Date.now() < given && running.exitCode === null) {
    if (
      await ask('GET', '/status').then(
        () => true,
        () => false,
      )
    )
      return
    await new Promise((resolve) => setTimeout(resolve, 100))
  }
  throw new Error('WebKitWebDriver did not start.')
}

/** The driver, its browser and its screen are one group of processes. */
async function end(running: ChildProcess): Promise<void> {
  if (running.exitCode !== null || running.pid === undefined) return
  const ended = new Promise((resolve) => running.once('exit', resolve))
  process.kill(-running.pid)
  await ended
}

/** A port that was free a moment ago. */
async function freePort(): Promise<number> {
  const server = createServer()
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo
  await new Promise((resolve) => server.close(resolve))
  return port
}
