import { readFile } from 'node:fs/promises'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { extname, join } from 'node:path'
import { brotliCompressSync, constants } from 'node:zlib'
import type { StaticServer } from '../../src/publish/serve.ts'

const types: Record<string, string> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.json': 'application/json',
}

/** Serves a folder like web hosts do: text compressed, everything else as it is. */
export async function serveCompressed(folder: string): Promise<StaticServer> {
  const packed = new Map<string, Buffer>()
  const server = createServer(async (request, response) => {
    const path = decodeURIComponent(new URL(request.url ?? '/', 'http://localhost').pathname)
    const name = path.endsWith('/') ? `${path}index.html` : path
    const type = types[extname(name)]
    try {
      const body = packed.get(name) ?? (await readFile(join(folder, name)))
      const sent = type && !packed.has(name) ? brotli(body) : body
      packed.set(name, sent)
      response.writeHead(200, {
        'content-type': type ?? 'application/octet-stream',
        ...(type && { 'content-encoding': 'br' }),
      })
      response.end(sent)
    } catch {
      response.writeHead(404).end()
    }
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo
  return {
    url: `http://127.0.0.1:${port}/`,
    stop: () =>
      new Promise((resolve) => {
        server.closeAllConnections()
        server.close(() => resolve())
      }),
  }
}

const brotli = (body: Buffer) =>
  brotliCompressSync(body, { params: { [constants.BROTLI_PARAM_QUALITY]: 6 } })
