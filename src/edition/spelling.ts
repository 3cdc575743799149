/**
 * `npm run spelling`: German orthography of content/, by hunspell with its de_DE dictionary.
 * Correct words that it does not know are listed in content/wordlist.txt, sorted, one per line; `-- --accept` adds all
 * that are reported.
 * On Debian or Ubuntu: apt-get install hunspell hunspell-de-de.
 */
import { spawnSync } from 'node:child_process'
import { existsSync, globSync, readFileSync, writeFileSync } from 'node:fs'
import { parseArgs } from 'node:util'
import type { Nodes } from 'mdast'
import { visitParents } from 'unist-util-visit-parents'
import { parse } from 'yaml'
import { enterEdition, Refused, runCommand } from '../workspace/index.ts'
import { parseMarkdown } from '../markdown/parse.ts'
import { readCitations } from './transforms/citations.ts'
import { readSchemes } from './transforms/schemes.ts'

interface Word {
  place: string
  word: string
}

/** Nodes with code or words in another language. */
const foreign = new Set<Nodes['type']>([
  'foreign',
  'workRef',
  'citation',
  'inlineCode',
  'code',
  'html',
])

/** Fields with prose; the others contain keys, names and forms. */
const prose = new Set(['title', 'subtitle', 'abstract', 'summary', 'gloss', 'aim', 'task', 'text'])

function proseIn(data: unknown, field = ''): string[] {
  if (typeof data === 'string') return prose.has(field) && /\s/.test(data) ? [data] : []
  if (Array.isArray(data)) return data.flatMap((item) => proseIn(item, field))
  if (data === null || typeof data !== 'object') return []
  return Object.entries(data).flatMap(([name, value]) => proseIn(value, name))
}

function wordsOf(path: string): Word[] {
  const source = readFileSync(path, 'utf8')
  const fields = (yaml: string) => proseIn(parse(yaml)).flatMap((text) => split(path, 1, text))
  if (!path.endsWith('.md')) return fields(source)
  const tree = parseMarkdown(source)
  readSchemes(tree, path)
  readCitations(tree, path)
  const words: Word[] = []
  visitParents(tree, (node, ancestors) => {
    if (ancestors.some(({ type }) => foreign.has(type))) return
    if (node.type === 'yaml') words.push(...fields(node.value))
    if (node.type === 'text') words.push(...split(path, node.position?.start.line ?? 1, node.value))
  })
  return words
}

/** Removes the gender star, so that a word stays whole: `Leser*innen` → Leserinnen. */
function split(path: string, line: number, text: string): Word[] {
  return text.split('\n').flatMap((row, i) =>
    row
      .replace(/(?<=\p{L})\*(?=\p{L})/gu, '')
      .split(/[^\p{L}\p{M}'’-]+/u)
      .flatMap((word) => word.split('-'))
      .map((word) => word.replace(/^['’]+|['’]+$/g, '').replaceAll('’', "'"))
      .filter((word) => word.length > 1)
      .map((word) => ({ place: `${path}:${line + i}`, word })),
  )
}

const wordlist = 'content/wordlist.txt'

/** Abbreviations of notes that the dictionary does not have. */
const abbreviations =
  'vgl Vgl ebd Ebd hg Hg hrsg Hrsg Bd Nr Sp Anm Abs Abb ders Ders zit al passim Aufl Jg'.split(' ')

/** More than these nobody adds by hand. */
const manyWords = 10

function placesOf(words: readonly Word[]): Map<string, string[]> {
  const places = new Map<string, string[]>()
  for (const { word, place } of words) places.set(word, [...(places.get(word) ?? []), place])
  return places
}

await runCommand(() => {
  const { values } = parseArgs({ options: { accept: { type: 'boolean', default: false } } })
  enterEdition()
  const paths = globSync('content/{texts/*.md,glossary/*.md,pages/*.md,seminar/*.yaml}').sort()
  const words = paths.flatMap(wordsOf)
  const listed = existsSync(wordlist) ? readFileSync(wordlist, 'utf8').trim().split(/\r?\n/) : []
  const known = new Set([...abbreviations, ...listed].map((word) => word.replaceAll('’', "'")))
  const { error, stdout } = spawnSync('hunspell', ['-d', 'de_DE', '-i', 'utf-8', '-l'], {
    input: [...new Set(words.map(({ word }) => word))].join('\n'),
    encoding: 'utf8',
    maxBuffer: 64 * 1024 * 1024,
  })
  if (error) {
    throw new Refused(
      'hunspell is not here. On Debian or Ubuntu: apt-get install hunspell hunspell-de-de.',
    )
  }
  const unknown = new Set(stdout.split('\n').filter((word) => word && !known.has(word)))
  if (values.accept) {
    const all = [...new Set([...listed, ...unknown])].filter(Boolean).sort()
    if (unknown.size > 0) writeFileSync(wordlist, `${all.join('\n')}\n`)
    console.log(`${unknown.size} word(s) added to ${wordlist}`)
    return
  }
  for (const [word, places] of placesOf(words.filter(({ word }) => unknown.has(word)))) {
    const more = places.length > 1 ? ` (${places.length} places)` : ''
    console.error(
      `${places[0]}: “${word}” is not known${more}. Correct it, or add it to ${wordlist}.`,
    )
  }
  if (unknown.size > manyWords)
    console.error(`If all are right, npm run spelling -- --accept adds them to ${wordlist}.`)
  console.log(`${words.length} words in ${paths.length} files, ${unknown.size} unknown`)
  process.exitCode = unknown.size > 0 ? 1 : 0
})
