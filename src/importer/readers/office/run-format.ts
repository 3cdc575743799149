/** What the formatting of a run means. */
import type { MarkKind } from '../../imported-text.ts'
import { foreignTag } from '../language-tag.ts'
import { unchosenTag } from './languages.ts'
import type { Role } from './flow.ts'
import type { TextProperties } from './text-properties.ts'

/** Space between letters from which a word is spaced out, in twentieths of a point. */
const spacedOut = 15

export interface Meaning {
  kinds: MarkKind[]
  /** Emphasis that is not italics. */
  otherEmphasis: 'underlined' | 'spaced' | null
}

export interface Surroundings {
  isLink: boolean
  text: string
  /** What the file states where nothing else is stated. */
  language: string | undefined
}

/**
 * `around`: what the style of the paragraph states; in headings, quotations and captions only what differs from it
 * means something, since the style is their form.
 */
export function meaningOf(
  run: TextProperties,
  around: TextProperties,
  role: Role,
  { isLink, text, language }: Surroundings,
): Meaning {
  const isFormed = role !== 'plain' && role !== 'continuation' && role !== 'verse'
  const isTitle = role === 'heading' || role === 'title' || role === 'subtitle' || role === 'author'
  const differs = (key: 'italic' | 'bold' | 'smallCaps' | 'underlined'): boolean =>
    (run[key] ?? false) !== (isFormed && (around[key] ?? false))
  const kinds: MarkKind[] = []
  const underlined = !isLink && !isTitle && differs('underlined')
  const spaced =
    !isTitle && Math.abs(run.spacing ?? 0) >= spacedOut && run.spacing! > (around.spacing ?? 0)
  const italic = differs('italic')
  if (differs('bold') && run.bold === true && !isTitle) kinds.push({ kind: 'strong' })
  if (italic || underlined || spaced) kinds.push({ kind: 'emphasis' })
  if (differs('smallCaps') && run.smallCaps === true) kinds.push({ kind: 'small-caps' })
  const position = positionOf(run)
  if (position) kinds.push({ kind: position })
  const stated = statedLanguage(run, text)
  const tag = foreignTag(stated)
  const isUnchosen = stated === language
  if (tag !== null) kinds.push({ kind: 'lang', tag: isUnchosen ? unchosenTag(tag) : tag })
  return {
    kinds,
    otherEmphasis: italic ? null : underlined ? 'underlined' : spaced ? 'spaced' : null,
  }
}

function positionOf({
  position,
  raised = 0,
  size,
}: TextProperties): 'superscript' | 'subscript' | null {
  if (position === 'superscript' || position === 'subscript') return position
  // Some programs raise smaller letters instead.
  if (Math.abs(raised) < 4 || (size ?? 0) >= 20) return null
  return raised > 0 ? 'superscript' : 'subscript'
}

function statedLanguage(run: TextProperties, text: string): string | undefined {
  if (/[\u0590-\u08FF]/.test(text)) {
    const { bidirectionalLanguage: tag } = run
    return tag !== undefined && isWrittenIn(tag, text) ? tag : undefined
  }
  if (/[\u3040-\u9FFF\uAC00-\uD7AF]/.test(text)) return run.asianLanguage
  return run.language
}

/** Programs state a language for all scripts from right to left, which may be one of another script. */
function isWrittenIn(tag: string, text: string): boolean {
  const [language = ''] = tag.toLowerCase().split('-')
  if (/\p{Script=Hebrew}/u.test(text)) return /^(?:he|iw|yi|lad|jrb)$/.test(language)
  if (/\p{Script=Arabic}/u.test(text))
    return /^(?:a[rz]|fa|prs|ur|ps|ug|ku|ckb|sd|ota|arz|arb)$/.test(language)
  return true
}
