import { flash } from '../platform/focus.ts'
import { isNewVisit } from '../platform/new-visit.ts'
import { paragraph } from '../text-on-page/text.ts'
import { noteSelector } from './entries.ts'
import type { Reveal } from './reveal-target.ts'

/** The start words of the text directive `:~:text=…` in an address; empty without one. */
export function wordsSought(address: string): string {
  const [, directive = ''] = /:~:(?:[^#]*?&)??text=([^&]*)/.exec(address) ?? []
  const parts = directive.split(',').filter((part) => !part.startsWith('-') && !part.endsWith('-'))
  try {
    return plain(decodeURIComponent(parts[0] ?? ''))
  } catch {
    return ''
  }
}

/** Opens the note or gloss with the words of a text directive: on loading, browsers do not search in closed ones. */
export async function revealWords(
  root: Document,
  address: string,
  reveals: readonly Reveal[],
): Promise<void> {
  const words = isNewVisit() && wordsSought(address)
  if (!words) return
  const having = (selector: string) =>
    [...root.querySelectorAll(selector)].find(({ textContent }) =>
      plain(textContent).includes(words),
    )
  const element = having(noteSelector)
  if (!element || having(paragraph)) return
  const opened = await Promise.all(reveals.map((reveal) => reveal(element)))
  if (!opened.some(Boolean)) return
  element.scrollIntoView({ block: 'center' })
  flash(element)
}

const plain = (words: string) => words.replace(/\s+/g, ' ').trim().toLowerCase()
