import { readFile, stat } from 'node:fs/promises'
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { extname, join } from 'node:path'

const types: Record<string, string> = {
  '.bib': 'application/x-bibtex; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.epub': 'application/epub+zip',
  '.gif': 'image/gif',
  '.html': 'text/html; charset=utf-8',
  '.jpeg': 'image/jpeg',
  '.jpg': 'image/jpeg',
  '.js': 'text/javascript; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.png': 'image/png',
  '.pdf': 'application/pdf',
  '.ris': 'application/x-research-info-systems; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.txt': 'text/plain; charset=utf-8',
  '.wasm': 'application/wasm',
  '.webmanifest': 'application/manifest+json',
  '.webp': 'image/webp',
  '.woff2': 'font/woff2',
  '.xml': 'application/xml; charset=utf-8',
}

/** Longest address that is answered with a page; Node answers longer ones by itself, with 431. */
const longestAddress = 1_000_000

export interface StaticServer {
  /** Including the base path, with a slash at its end. */
  url: string
  stop: () => Promise<void>
}

export interface ServerOptions {
  base?: string
  host?: string
  /** Or the next one that is free. 0: any free port. */
  port?: number
}

/**
 * Serves a built site below a base path like a plain web host: files as they are, folders by their `index.html` and
 * with a slash at the end, everything else with the site's own page 404. An answer never names a path of the machine.
 * Astro's preview answers „..%2f“ with a stack trace and an address without slash with a page of its own.
 */
export async function serve(
  folder: string,
  { base = '/', host = '127.0.0.1', port = 0 }: ServerOptions = {},
): Promise<StaticServer> {
  const server = createServer({ maxHeaderSize: longestAddress }, async (request, response) => {
    const isRead = request.method === 'GET' || request.method === 'HEAD'
    const found = isRead ? await find(folder, base, request.url ?? '') : undefined
    if (found && 'redirect' in found) {
      response.writeHead(301, { location: found.redirect }).end()
      return
    }
    const page = found && (await contentsOf(found.file))
    const other = page ? undefined : await contentsOf(join(folder, '404.html'))
    const { type, body } = page ?? other ?? unnamed
    response.writeHead(page ? 200 : isRead ? 404 : 405, {
      'content-type': type,
      'content-length': Buffer.byteLength(body),
      'x-content-type-options': 'nosniff',
      ...(!isRead && { allow: 'GET, HEAD' }),
    })
    response.end(request.method === 'HEAD' ? undefined : body)
  })
  await listen(server, host, port)
  const named = host === '127.0.0.1' ? host : 'localhost'
  return {
    url: `http://${named}:${(server.address() as AddressInfo).port}${base}`,
    stop: () =>
      new Promise((resolve) => {
        server.closeAllConnections()
        server.close(() => resolve())
      }),
  }
}

const unnamed = { type: types['.txt']!, body: 'Diese Seite gibt es nicht.' }

const contentsOf = (file: string) =>
  readFile(file).then(
    (body) => ({ type: types[extname(file)] ?? 'application/octet-stream', body }),
    () => undefined,
  )

type Found = { file: string } | { redirect: string } | undefined

/** What the site has at an address: a file, or a folder to be asked for with a slash. */
async function find(folder: string, base: string, address: string): Promise<Found> {
  const [path = '', query] = splitOnce(address, '?')
  if (`${path}/` === base) return { redirect: base + query }
  if (!path.startsWith(base)) return undefined
  const names = path.slice(base.length).split('/').map(decoded)
  const last = names.at(-1)
  if (last === '') names.pop()
  if (!names.every(isName)) return undefined
  const inside = join(folder, ...names)
  const kind = await kindOf(inside)
  if (last !== '') {
    if (kind === 'file') return { file: inside }
    if (kind === 'folder' && (await kindOf(join(inside, 'index.html'))) === 'file')
      return { redirect: `${base}${names.map(encodeURIComponent).join('/')}/${query}` }
    return undefined
  }
  const index = join(inside, 'index.html')
  return kind === 'folder' && (await kindOf(index)) === 'file' ? { file: index } : undefined
}

/** `a?b` → `a`, `?b`. */
function splitOnce(text: string, mark: string): [string, string] {
  const at = text.indexOf(mark)
  return at < 0 ? [text, ''] : [text.slice(0, at), text.slice(at)]
}

function decoded(name: string): string | undefined {
  try {
    return decodeURIComponent(name)
  } catch {
    return undefined
  }
}

/** Whether this may be a name in a folder. Names that begin with a dot are none of the site's. */
const isName = (name: string | undefined): name is string =>
  name !== undefined && /^[^./\\\0][^/\\\0]*$/.test(name)

async function kindOf(path: string): Promise<'file' | 'folder' | undefined> {
  const found = await stat(path).catch(() => undefined)
  return found?.isFile() ? 'file' : found?.isDirectory() ? 'folder' : undefined
}

/** The asked port, or the next one that is free. 0: any. */
export async function freePort(host: string, port: number): Promise<number> {
  const server = createServer()
  await listen(server, host, port)
  const found = (server.address() as AddressInfo).port
  await new Promise((done) => server.close(done))
  return found
}

async function listen(server: Server, host: string, port: number): Promise<void> {
  for (let tries = 0; ; tries++) {
    const next = port && port + tries
    const error = await new Promise<NodeJS.ErrnoException | undefined>((done) => {
      server.once('error', done)
      server.listen(next, host, () => {
        server.off('error', done)
        done(undefined)
      })
    })
    if (!error) return
    if (error.code !== 'EADDRINUSE' || tries === 100 || next >= 65_535) throw error
  }
}
