import { globSync, readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { readText } from '../../../src/edition/read/read-text.ts'

const root = resolve(import.meta.dirname, '../../..')
const read = (path: string) => readFileSync(join(root, path), 'utf8')

/** The numbered paragraphs of the published text. */
export function ownText() {
  const path = 'content/texts/zwanzig-von-132.md'
  return readText(path, read(path)).data!.paragraphs
}

/** Paragraphs on the same subjects that are not in the text, for insertions: those of the glossary. */
export function otherParagraphs(): string[] {
  return globSync('content/glossary/*.md', { cwd: root })
    .sort()
    .flatMap((path) => read(path).split('\n---\n')[1]!.split('\n\n'))
    .map((paragraph) => paragraph.replace(/\s+/g, ' ').trim())
    .filter((paragraph) => paragraph.length > 60)
}
