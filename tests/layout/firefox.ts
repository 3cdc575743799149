import { spawn } from 'node:child_process'
import { existsSync } from 'node:fs'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { delimiter, join } from 'node:path'

export interface Firefox {
  /** Loads an address in a window of this width and waits for the load event. */
  visit: (address: string, width: number) => Promise<void>
  /** Runs a self-contained function in the page; arguments and result are JSON. */
  evaluate: <A extends unknown[], R>(act: (...args: A) => R, ...args: A) => Promise<Awaited<R>>
  close: () => Promise<void>
}

/** FIREFOX_PATH, else the system's Firefox, else null. */
export function findFirefox(): string | null {
  const folders = (process.env.PATH ?? '').split(delimiter)
  const names = ['firefox-esr', 'firefox'].flatMap((name) => folders.map((at) => join(at, name)))
  return [process.env.FIREFOX_PATH ?? '', ...names].find((path) => existsSync(path)) ?? null
}

/** Starts headless Firefox, controlled by its built-in WebDriver BiDi. */
export async function launchFirefox(path: string): Promise<Firefox> {
  const profile = await mkdtemp(join(tmpdir(), 'firefox-'))
  const firefox = spawn(path, [
    '--headless',
    '--no-remote',
    '--profile',
    profile,
    '--remote-debugging-port',
    '0',
  ])
  const address = await new Promise<string>((resolve, reject) => {
    let said = ''
    firefox.stderr.on('data', (data: Buffer) => {
      said += data.toString()
      const listening = /WebDriver BiDi listening on (ws:\S+)/.exec(said)
      if (listening) resolve(listening[1]!)
    })
    firefox.on('exit', () => reject(new Error(`Firefox did not start: ${said}`)))
  })
  const send = await connect(`${address}/session`)
  await send('session.new', { capabilities: {} })
  const { contexts } = await send<{ contexts: { context: string }[] }>(
    'browsingContext.getTree',
    {},
  )
  const context = contexts[0]!.context

  return {
    visit: async (url, width) => {
      await send('browsingContext.setViewport', { context, viewport: { width, height: 900 } })
      await send('browsingContext.navigate', { context, url, wait: 'complete' })
    },
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
    close: async () => {
      const ended = new Promise((done) => firefox.on('exit', done))
      await send('browser.close', {}).catch(() => firefox.kill())
      await ended
      await rm(profile, { recursive: true, force: true, maxRetries: 5 })
    },
  }
}

type Send = <R>(method: string, params: object) => Promise<R>

async function connect(address: string): Promise<Send> {
  const socket = new WebSocket(address)
  const waiting = new Map<
    number,
    { resolve: (value: never) => void; reject: (error: Error) => void }
  >()
  socket.addEventListener('message', ({ data }) => {
    const { id, result, error, message } = JSON.parse(String(data))
    if (error) waiting.get(id)?.reject(new Error(`${error}: ${message}`))
    else waiting.get(id)?.resolve(result as never)
    waiting.delete(id)
  })
  await new Promise((resolve, reject) => {
    socket.addEventListener('open', resolve)
    socket.addEventListener('error', () => reject(new Error(`No answer from ${address}`)))
  })
  let last = 0
  return (method, params) =>
    new Promise((resolve, reject) => {
      const id = ++last
      waiting.set(id, { resolve, reject })
      socket.send(JSON.stringify({ id, method, params }))
    })
}
