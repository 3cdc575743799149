import type { Read } from './citation.ts'
import { readCitaviCode } from './citavi.ts'
import { readCslCode } from './csl-citation.ts'
import { readEndNoteCode } from './endnote.ts'

/** Reads the code of a field of any reference manager; `data` is what stands beside the code. */
export function readCitationCode(code: string, data = ''): Read {
  return readCslCode(code) ?? readCitaviCode(code) ?? readEndNoteCode(code, data)
}
