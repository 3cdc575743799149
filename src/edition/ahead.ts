/** Texts are read before the build asks for them, in other threads: what is found is kept, and taken from there. */
import { keepIn } from '../kept/keep.ts'
import { openStore } from '../kept/store.ts'
import { readContentFiles } from './read/content-files.ts'
import { isTextFile, ledgerBeside, readContent } from './read/read-content.ts'

export const textPaths = (): string[] => Object.keys(readContentFiles().sources).filter(isTextFile)

/** @param code hash of the code, which a thread need not make again */
export function openReader(code: string): (path: string) => void {
  const keep = keepIn(openStore(), code)
  const { sources } = readContentFiles()
  return (path) => {
    const own = [path, ledgerBeside(path)].filter((name) => name in sources)
    readContent(Object.fromEntries(own.map((name) => [name, sources[name]!])), 'local', keep)
  }
}
