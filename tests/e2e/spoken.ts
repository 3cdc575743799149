/** What a screen reader says while it walks through a text from its beginning to its end. */
import { readFile } from 'node:fs/promises'
import type { BrowserContext, Page } from '@playwright/test'
import { bareWords } from '../../src/contract/wording.ts'

const reader = import.meta.resolve('@guidepup/virtual-screen-reader/browser.js')
const address = '**/screen-reader.js'

/** Makes the reader available to the pages of a context that may run foreign scripts (`bypassCSP`). */
export async function bringReader(context: BrowserContext) {
  const body = await readFile(new URL(reader), 'utf8')
  await context.route(address, (route) => route.fulfill({ contentType: 'text/javascript', body }))
}

/** The pages of a context are as without scripts, but run the reader. */
export async function withoutScripts(context: BrowserContext) {
  await context.route('**/*', async (route) => {
    const type = route.request().resourceType()
    if (route.request().url().endsWith('/screen-reader.js')) return route.fallback()
    if (type === 'script') return route.abort()
    if (type !== 'document') return route.continue()
    const response = await route.fetch()
    const html = await response.text()
    return route.fulfill({ response, body: html.replace(/<script\b.*?<\/script>/gs, '') })
  })
}

interface Virtual {
  start: (options: { container: Element }) => Promise<void>
  next: () => Promise<void>
  stop: () => Promise<void>
  spokenPhraseLog: () => Promise<string[]>
  lastSpokenPhrase: () => Promise<string>
}

/** All phrases, from the beginning of an element to its end. */
export const phrases = (page: Page, selector: string): Promise<string[]> =>
  page.evaluate(async (selector) => {
    const from = '/screen-reader.js'
    const { virtual } = (await import(from)) as { virtual: Virtual }
    const container = document.querySelector(selector)!
    await virtual.start({ container })
    const first = await virtual.lastSpokenPhrase()
    const end = `end of ${first}`
    while ((await virtual.lastSpokenPhrase()) !== end) await virtual.next()
    const said = await virtual.spokenPhraseLog()
    await virtual.stop()
    return said
  }, selector)

/** A stretch of speech: the text up to a note or gloss, or one of them. */
export interface Stretch {
  /** „doc-footnote, Anmerkung 3“; empty for the text. */
  role: string
  /** Without spaces, since pauses are not always where the spaces are. */
  words: string
  /** Names of the calls of notes in it. */
  calls: string[]
  /** Names of the buttons in it. */
  buttons: string[]
}

const roles =
  'document article paragraph emphasis strong code superscript subscript deletion list listitem blockquote figure image caption separator group table rowgroup row columnheader cell heading link button doc-glossref doc-noteref doc-backlink doc-pagebreak doc-footnote note'
const role = new RegExp(`^(${roles.replaceAll(' ', '|')})(?:, (.*))?$`)
const state = /,? ?(?:(?:not )?expanded|level \d.*|orientated .*)$/
/** Their names say what their content does, or more. */
const named = new Set(['doc-noteref', 'doc-backlink', 'doc-pagebreak', 'image', 'button', 'link'])

export function stretches(said: readonly string[]): Stretch[] {
  const found: Stretch[] = []
  const begin = (role: string) => found.push({ role, words: '', calls: [], buttons: [] })
  begin('')
  /** The elements around a phrase, as they were announced. */
  const around: string[] = []
  for (const [i, phrase] of said.entries()) {
    if (phrase === `end of ${around.at(-1)}`) {
      if (isApart(around.pop()!)) begin('')
      continue
    }
    if (around.some((outer) => named.has(kindOf(outer)))) continue
    const kind = kindOf(phrase)
    // The word „code“ in an element for code is no role.
    const isWord = !kind || phrase === around.at(-1)
    const opens = !isWord && hasEnd(said, i)
    if (opens) around.push(phrase)
    if (opens && isApart(phrase)) begin(phrase)
    const name = role.exec(phrase)?.[2]?.replace(state, '') ?? ''
    if (kind === 'doc-noteref') found.at(-1)!.calls.push(name)
    if (kind === 'button') found.at(-1)!.buttons.push(name)
    else if (named.has(kind) || !opens) found.at(-1)!.words += isWord ? phrase : name
  }
  return together(found)
}

/** Of an element with a name and nothing else in it, no end is said; a later one may have the same name. */
function hasEnd(said: readonly string[], at: number): boolean {
  const phrase = said[at]!
  if (kindOf(phrase) === phrase) return true
  const end = said.indexOf(`end of ${phrase}`, at)
  const next = said.indexOf(phrase, at + 1)
  return end >= 0 && (next < 0 || end < next)
}

const kindOf = (phrase: string): string => role.exec(phrase)?.[1] ?? ''
const isApart = (phrase: string) => /^(?:doc-footnote|note),/.test(phrase)

/** Pieces of the text with nothing between them are one. */
const together = (pieces: readonly Stretch[]): Stretch[] =>
  pieces
    .map((piece) => ({ ...piece, words: bareWords(piece.words).replaceAll(' ', '') }))
    .filter(({ role, words, buttons }) => role || words || buttons.length > 0)

/** What is to be said of a text as the page has it without scripts. */
export async function written(page: Page): Promise<Stretch[]> {
  const found = await page.evaluate(async () => {
    const source = await (await fetch(location.href)).text()
    const root = new DOMParser().parseFromString(source, 'text/html')
    const empty = (role = '') => ({
      role,
      words: '',
      calls: [] as string[],
      buttons: [] as string[],
    })
    const found = [empty()]
    const say = (words: string) => void (found.at(-1)!.words += words)
    const walk = (node: Node) => {
      if (!(node instanceof Element)) return say(node.nodeValue ?? '')
      if (node.getAttribute('aria-hidden') === 'true' || node.matches('[data-removed]')) return
      if (node.matches('.note, .gloss')) {
        const label = node.getAttribute('aria-label')!
        found.push(empty(`${node.getAttribute('role')}, ${label}`))
        node.childNodes.forEach(walk)
        found.push(empty())
      } else if (node.matches('[role=doc-noteref], [role=doc-backlink]')) {
        const label = node.getAttribute('aria-label')!
        say(label)
        if (node.matches('[role=doc-noteref]')) found.at(-1)!.calls.push(label)
      } else if (node.matches('[role=doc-pagebreak]')) say(node.getAttribute('title')!)
      else if (node.matches('img')) say(node.getAttribute('alt')!)
      else node.childNodes.forEach(walk)
    }
    walk(root.querySelector('article[data-text]')!)
    return found
  })
  return together(found)
}
