import { spawn } from 'node:child_process'
import { existsSync } from 'node:fs'
import { mkdtemp, readdir, rm, stat, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { delimiter, join } from 'node:path'

export interface FirefoxPage {
  goto: (url: string) => Promise<void>
  /** Value of an expression in the page as JSON; promises are awaited. */
  evaluate: <T>(expression: string) => Promise<T>
  /** Addresses requested since the last `goto`, without `data:`. */
  requests: () => string[]
  type: (keys: string) => Promise<void>
  /** Drags the mouse from one point of the window to another. */
  drag: (from: Point, to: Point) => Promise<void>
  /** Path of the next, or an already, downloaded file. */
  download: () => Promise<string>
}

interface Point {
  x: number
  y: number
}

/** Path of Firefox: FIREFOX_PATH, else from PATH; null if there is none. */
export function findFirefox(): string | null {
  const named = process.env.FIREFOX_PATH
  if (named) return named
  const folders = (process.env.PATH ?? '').split(delimiter)
  const paths = ['firefox-esr', 'firefox'].flatMap((name) => folders.map((dir) => join(dir, name)))
  return paths.find((path) => existsSync(path)) ?? null
}

/**
 * Keeps the default settings: with `remote.prefs.recommended` Firefox would let a file read its neighbours, so that tests
 * of files would prove nothing.
 */
const preferences: Record<string, boolean | string | number> = {
  'remote.prefs.recommended': false,
  'security.fileuri.strict_origin_policy': true,
  'browser.shell.checkDefaultBrowser': false,
  'browser.aboutwelcome.enabled': false,
  'datareporting.policy.dataSubmissionEnabled': false,
  'network.captive-portal-service.enabled': false,
  'network.connectivity-service.enabled': false,
  'app.update.auto': false,
}

/** Starts Firefox with a fresh profile and speaks WebDriver BiDi with it. */
export async function withFirefox<T>(
  path: string,
  use: (page: FirefoxPage) => Promise<T>,
): Promise<T> {
  const profile = await mkdtemp(join(tmpdir(), 'firefox-'))
  const downloads = join(profile, 'downloads')
  const own = { 'browser.download.folderList': 2, 'browser.download.dir': downloads }
  const lines = Object.entries({ ...preferences, ...own }).map(
    ([name, value]) => `user_pref(${JSON.stringify(name)}, ${JSON.stringify(value)});`,
  )
  await writeFile(join(profile, 'user.js'), lines.join('\n'))
  const process = spawn(
    path,
    ['--headless', '--no-remote', '--remote-debugging-port', '0', '--profile', profile],
    { stdio: ['ignore', 'ignore', 'pipe'] },
  )
  const exited = new Promise<void>((resolve) => process.once('exit', () => resolve()))
  try {
    const address = await new Promise<string>((resolve, reject) => {
      let said = ''
      process.stderr.on('data', (piece: Buffer) => {
        said += piece.toString()
        const found = /WebDriver BiDi listening on (ws:\S+)/.exec(said)
        if (found) resolve(found[1]!)
      })
      process.once('exit', () => reject(new Error(`Firefox ended: ${said}`)))
    })
    return await use({
      ...(await open(`${address}/session`)),
      download: () => firstIn(downloads),
    })
  } finally {
    process.kill()
    await exited
    await rm(profile, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 })
  }
}

/** Waits for the first complete file in a folder that may not exist yet. */
async function firstIn(folder: string): Promise<string> {
  for (;;) {
    const names = await readdir(folder).catch(() => [])
    const isWhole = names.length > 0 && !names.some((name) => name.endsWith('.part'))
    if (isWhole && (await stat(join(folder, names[0]!))).size > 0) return join(folder, names[0]!)
    await new Promise((resolve) => setTimeout(resolve, 100))
  }
}

type Result = Record<string, unknown>

async function open(address: string): Promise<Omit<FirefoxPage, 'download'>> {
  const socket = new WebSocket(address)
  await new Promise((resolve, reject) => {
    socket.onopen = resolve
    socket.onerror = reject
  })
  const waiting = new Map<number, { resolve: (r: Result) => void; reject: (e: Error) => void }>()
  let requested: string[] = []
  let next = 0
  socket.onmessage = ({ data }) => {
    const message = JSON.parse(String(data)) as Result & { id?: number; params?: Result }
    if (message['method'] === 'network.beforeRequestSent') {
      const { url } = (message.params as { request: { url: string } }).request
      if (!url.startsWith('data:')) requested.push(url)
    }
    const call = waiting.get(message.id ?? -1)
    if (!call) return
    waiting.delete(message.id!)
    if (message['type'] === 'error')
      call.reject(new Error(`${message['error']}: ${message['message']}`))
    else call.resolve(message['result'] as Result)
  }
  const send = (method: string, params: Result): Promise<Result> =>
    new Promise((resolve, reject) => {
      const id = next++
      waiting.set(id, { resolve, reject })
      socket.send(JSON.stringify({ id, method, params }))
    })
  await send('session.new', { capabilities: {} })
  await send('session.subscribe', { events: ['network.beforeRequestSent'] })
  const { contexts } = (await send('browsingContext.getTree', {})) as {
    contexts: { context: string }[]
  }
  const { context } = contexts[0]!
  return {
    goto: async (url) => {
      requested = []
      await send('browsingContext.navigate', { context, url, wait: 'complete' })
    },
    evaluate: async <T>(expression: string) => {
      const answer = (await send('script.evaluate', {
        expression: `Promise.resolve(${expression}).then((value) => JSON.stringify(value))`,
        target: { context },
        awaitPromise: true,
      })) as { type: string; result?: { value?: string }; exceptionDetails?: { text: string } }
      if (answer.type !== 'success') throw new Error(answer.exceptionDetails?.text)
      return JSON.parse(answer.result?.value ?? 'null') as T
    },
    requests: () => requested,
    type: async (keys) => {
      const actions = [...keys].flatMap((value) => [
        { type: 'keyDown', value },
        { type: 'keyUp', value },
      ])
      await send('input.performActions', {
        context,
        actions: [{ type: 'key', id: 'keyboard', actions }],
      })
    },
    drag: async (from, to) => {
      const actions = [
        { type: 'pointerMove', ...from },
        { type: 'pointerDown', button: 0 },
        { type: 'pointerMove', ...to, duration: 200 },
        { type: 'pointerUp', button: 0 },
      ]
      await send('input.performActions', {
        context,
        actions: [{ type: 'pointer', id: 'mouse', actions }],
      })
    },
  }
}
