import type { Remark, Topic } from '../imported-text.ts'

/** `leftOut`: words of the source, all of them, that the remark says are not in the text. */
interface More {
  leftOut?: string
  /** How likely it is that something is wrong; 1 unless given. */
  doubt?: number
}

/** A decision of the importer; `text` is a German sentence. */
export function remark<At>(topic: Topic, at: At, text: string, more: More = {}): Remark<At> {
  return { topic, at, text, question: false, ...more }
}

/** A question to the editor; `text` is a German sentence that says what to check. */
export function question<At>(topic: Topic, at: At, text: string, more: More = {}): Remark<At> {
  return { topic, at, text, question: true, ...more }
}

/** Words of the source for the report: shortened, in quotation marks that are rare in scans. */
export function quoted(text: string, length = 60): string {
  const plain = text.replace(/\s+/g, ' ').trim()
  return `„${plain.length > length ? `${plain.slice(0, length).trimEnd()} …` : plain}“`
}

const mostExamples = 5

/** The first of several words of the source, each as `quoted`. */
export function someQuoted(texts: readonly string[]): string {
  const shown = texts.slice(0, mostExamples).map((text) => quoted(text))
  return `${shown.join(', ')}${texts.length > mostExamples ? ' …' : ''}`
}
