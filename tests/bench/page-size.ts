import { readFile } from 'node:fs/promises'
import { dirname, join, posix } from 'node:path'
import { brotliCompressSync } from 'node:zlib'

export interface PageSize {
  part: string
  raw: number
  brotli: number
}

/** Bytes of a page: its HTML alone, its styles, and the scripts it loads before anything is done. */
export async function pageSize(folder: string, page: string): Promise<PageSize[]> {
  const html = await readFile(join(folder, page), 'utf8')
  const styles = [...html.matchAll(/<style\b[^>]*>(.*?)<\/style>/gs)].map(([, style]) => style!)
  const inline = [...html.matchAll(/<script\b(?![^>]*\bsrc=)[^>]*>(.*?)<\/script>/gs)]
  const linked = [...html.matchAll(/<script\b[^>]*\bsrc="([^"]+)"/g)].map(([, src]) => src!)
  const sheets = [...html.matchAll(/<link\b[^>]*rel="stylesheet"[^>]*href="([^"]+)"/g)]
  const bare = html.replace(/<style\b.*?<\/style>|<script\b.*?<\/script>/gs, '')
  const scripts = await loaded(folder, linked)
  const css = await Promise.all(sheets.map(([, href]) => readFile(join(folder, href!), 'utf8')))
  return [
    size('HTML', [bare]),
    size('CSS', [...styles, ...css]),
    size('JavaScript', [...inline.map(([, script]) => script!), ...scripts]),
    size('page with what stands in it', [html]),
  ]
}

/** Scripts and what they import at once; `import()` waits for an action. */
async function loaded(folder: string, addresses: string[]): Promise<string[]> {
  const seen = new Map<string, string>()
  const load = async (address: string) => {
    if (seen.has(address)) return
    seen.set(address, '')
    const code = await readFile(join(folder, address), 'utf8')
    seen.set(address, code)
    const imports = code.matchAll(/(?:\bfrom|\bimport)\s*["'](\.[^"']+)["']/g)
    for (const [, path] of imports) await load(posix.join(dirname(address), path!))
  }
  for (const address of addresses) await load(address)
  return [...seen.values()]
}

const size = (part: string, contents: string[]): PageSize => ({
  part,
  raw: Buffer.byteLength(contents.join('')),
  brotli: contents.reduce((sum, content) => sum + brotliCompressSync(content).length, 0),
})
