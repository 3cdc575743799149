import { spawn } from 'node:child_process'
import { existsSync } from 'node:fs'
import { mkdtemp, readdir, rm, stat, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { delimiter, join } from 'node:path'
import type { Browser, Tab } from './browser.ts'
import { addressIn, openSocket, sending, type Send } from './socket.ts'

export interface Firefox extends Browser {
  /** Addresses requested since the last visit began, without `data:`. */
  requests: () => string[]
  /** Path of the next, or an already, downloaded file. */
  download: () => Promise<string>
  /** Opens one more tab, without a page. */
  open: () => Promise<Tab>
}

/** Path of Firefox: FIREFOX_PATH, else from PATH; null if there is none. */
export function findFirefox(): string | null {
  const named = process.env.FIREFOX_PATH
  if (named) return named
  const folders = (process.env.PATH ?? '').split(delimiter)
  const paths = ['firefox-esr', 'firefox'].flatMap((name) => folders.map((at) => join(at, name)))
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
  'browser.download.folderList': 2,
}

/** Starts headless Firefox with a fresh profile, controlled by WebDriver BiDi. */
export async function launchFirefox(path: string): Promise<Firefox> {
  const profile = await mkdtemp(join(tmpdir(), 'firefox-'))
  const downloads = join(profile, 'downloads')
  const lines = Object.entries({ ...preferences, 'browser.download.dir': downloads }).map(
    ([name, value]) => `user_pref(${JSON.stringify(name)}, ${JSON.stringify(value)});`,
  )
  await writeFile(join(profile, 'user.js'), lines.join('\n'))
  const args = ['--headless', '--no-remote', '--remote-debugging-port', '0', '--profile', profile]
  const running = spawn(path, args, { stdio: ['ignore', 'ignore', 'pipe'] })
  const exited = new Promise((resolve) => running.once('exit', resolve))
  const close = async () => {
    running.kill()
    await exited
    await rm(profile, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 })
  }
  try {
    const socket = await openSocket(
      `${await addressIn(running, /WebDriver BiDi listening on (ws:\S+)/)}/session`,
    )
    return { ...(await session(socket)), download: () => firstIn(downloads), close }
  } catch (error) {
    await close()
    throw error
  }
}

async function session(socket: WebSocket): Promise<Omit<Firefox, 'download' | 'close'>> {
  let requested: string[] = []
  const send = sending(socket, ({ method, params }) => {
    if (method !== 'network.beforeRequestSent') return
    const { url } = (params as { request: { url: string } }).request
    if (!url.startsWith('data:')) requested.push(url)
  })
  await send('session.new', { capabilities: {} })
  await send('session.subscribe', { events: ['network.beforeRequestSent'] })
  const tree = await send<{ contexts: { context: string }[] }>('browsingContext.getTree', {})
  const { context } = tree.contexts[0]!
  const first = tabOf(send, context)
  return {
    name: 'Firefox',
    resize: (width, height) =>
      send('browsingContext.setViewport', { context, viewport: { width, height } }),
    ...first,
    visit: (url) => {
      requested = []
      return first.visit(url)
    },
    perform: (actions) => send('input.performActions', { context, actions }),
    screenshot: async () => {
      const { data } = await send<{ data: string }>('browsingContext.captureScreenshot', {
        context,
      })
      return Buffer.from(data, 'base64')
    },
    requests: () => requested,
    open: async () => {
      const made = await send<{ context: string }>('browsingContext.create', { type: 'tab' })
      return tabOf(send, made.context)
    },
  }
}

const tabOf = (send: Send, context: string): Tab => ({
  visit: (url) => send('browsingContext.navigate', { context, url, wait: 'complete' }),
  evaluate: async (act, ...args) => {
    const call = `(${act.toString()})(...${JSON.stringify(args)})`
    const answer = await send<{
      result?: { value?: string }
      exceptionDetails?: { text: string }
    }>('script.evaluate', {
      expression: `Promise.resolve(${call}).then((value) => JSON.stringify(value) ?? 'null')`,
      awaitPromise: true,
      target: { context },
    })
    if (answer.exceptionDetails) throw new Error(answer.exceptionDetails.text)
    return JSON.parse(answer.result?.value ?? 'null')
  },
})

/** Waits for the first complete file in a folder that may not exist yet. */
async function firstIn(folder: string): Promise<string> {
  for (;;) {
    const names = await readdir(folder).catch(() => [])
    const isWhole = names.length > 0 && !names.some((name) => name.endsWith('.part'))
    if (isWhole && (await stat(join(folder, names[0]!))).size > 0) return join(folder, names[0]!)
    await new Promise((resolve) => setTimeout(resolve, 100))
  }
}
