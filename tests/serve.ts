import { readFile } from 'node:fs/promises'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { extname, join, normalize } from 'node:path'

const types: Record<string, string> = {
  '.html': 'text/html; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.webmanifest': 'application/manifest+json',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.woff2': 'font/woff2',
  '.xml': 'application/xml; charset=utf-8',
  '.txt': 'text/plain; charset=utf-8',
}

export interface StaticServer {
  /** Including the base path, with a slash at its end. */
  url: string
  stop: () => Promise<void>
}

/** Serves a folder below a base path on a free port, like a simple web host: no rewriting, a 404 page. */
export async function serve(folder: string, base = '/'): Promise<StaticServer> {
  const server = createServer(async (request, response) => {
    const path = decodeURIComponent(new URL(request.url ?? '/', 'http://localhost').pathname)
    const answer = async (name: string, status: number) => {
      const body = await readFile(join(folder, name))
      response.writeHead(status, {
        'content-type': types[extname(name)] ?? 'application/octet-stream',
      })
      response.end(body)
    }
    const inside = path.startsWith(base) ? normalize(path.slice(base.length)) : '..'
    try {
      if (inside.startsWith('..')) throw new Error('outside')
      await answer(path.endsWith('/') ? join(inside, 'index.html') : inside, 200)
    } catch {
      await answer('404.html', 404).catch(() => response.writeHead(404).end())
    }
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo
  return {
    url: `http://127.0.0.1:${port}${base}`,
    stop: () =>
      new Promise((resolve) => {
        server.closeAllConnections()
        server.close(() => resolve())
      }),
  }
}
