import type { Remark, Topic } from '../imported-text.ts'

/** A decision of the importer; `text` is a German sentence. */
export function remark<At>(topic: Topic, at: At, text: string): Remark<At> {
  return { topic, at, text, question: false }
}

/** A question to the editor; `text` is a German sentence that says what to check. */
export function question<At>(topic: Topic, at: At, text: string): Remark<At> {
  return { topic, at, text, question: true }
}

/** Words of the source for the report: shortened, in quotation marks that are rare in scans. */
export function quoted(text: string, length = 60): string {
  const plain = text.replace(/\s+/g, ' ').trim()
  return `„${plain.length > length ? `${plain.slice(0, length).trimEnd()} …` : plain}“`
}
