/** Commands to a browser over its socket: those of WebDriver BiDi and of the DevTools protocol look alike. */
import type { ChildProcess } from 'node:child_process'

/** The address at which a browser listens, from its output. */
export const addressIn = (running: ChildProcess, listening: RegExp): Promise<string> =>
  new Promise((resolve, reject) => {
    let said = ''
    running.stderr!.on('data', (piece: Buffer) => {
      said += piece.toString()
      const found = listening.exec(said)
      if (found) resolve(found[1]!)
    })
    running.once('exit', () => reject(new Error(`The browser ended: ${said}`)))
  })

export async function openSocket(address: string): Promise<WebSocket> {
  const socket = new WebSocket(address)
  await new Promise((resolve, reject) => {
    socket.onopen = resolve
    socket.onerror = () => reject(new Error(`No answer from ${address}`))
  })
  return socket
}

export interface Message {
  id?: number
  error?: unknown
  message?: string
  result?: unknown
  method?: string
  params?: unknown
}

export type Send = <R = void>(method: string, params: object) => Promise<R>

/** Sends commands and resolves with their results; events go to `heard`. */
export function sending(socket: WebSocket, heard: (event: Message) => void): Send {
  const waiting = new Map<number, (message: Message) => void>()
  let last = 0
  socket.onmessage = ({ data }) => {
    const message = JSON.parse(String(data)) as Message
    const answered = waiting.get(message.id ?? -1)
    if (!answered) return heard(message)
    waiting.delete(message.id!)
    answered(message)
  }
  socket.onclose = () => {
    for (const answered of waiting.values()) answered({ error: 'closed' })
  }
  return (method, params) =>
    new Promise((resolve, reject) => {
      if (socket.readyState !== WebSocket.OPEN) return reject(new Error(`${method}: closed`))
      const id = ++last
      waiting.set(id, ({ error, message, result }) => {
        if (error) reject(new Error(`${method}: ${JSON.stringify(error)} ${message ?? ''}`))
        else resolve(result as never)
      })
      socket.send(JSON.stringify({ id, method, params }))
    })
}
