import { readFileSync, statSync } from 'node:fs'
import { dirname, join, resolve, sep } from 'node:path'
import { ImportError, problemAt } from './problems.ts'
import type { Source } from './readers/reader.ts'

/** A file as the editor named it, and the folder that this name is relative to. */
export interface FileName {
  file: string
  from: string
}

const mostMegabytes = 400

/** @throws ImportError if there is no such file, or it is too large */
export function sourceAt({ file, from }: FileName): Source {
  const path = resolve(from, file)
  const size = sizeOf(path)
  if (size === null) throw new ImportError([problemAt(place(file), 'no-such-file')])
  if (size > mostMegabytes * 1_000_000)
    throw new ImportError([
      problemAt(place(file), 'large-file', Math.round(size / 1_000_000), mostMegabytes),
    ])
  const own = bytesAt(path)
  if (own === null) throw new ImportError([problemAt(place(file), 'no-such-file')])
  const folder = dirname(path)
  const beside = (name: string) => {
    const other = join(folder, name)
    return other.startsWith(folder + sep) ? bytesAt(other) : null
  }
  return { file, bytes: own, beside }
}

const place = (file: string) => ({ file, line: 1, column: 1 })

/** Of a file that can be read; null otherwise. */
function sizeOf(path: string): number | null {
  const found = statSync(path, { throwIfNoEntry: false })
  return found?.isFile() ? found.size : null
}

function bytesAt(path: string): Uint8Array | null {
  try {
    return readFileSync(path)
  } catch {
    return null
  }
}
