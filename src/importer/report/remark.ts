import type { Remark, Topic } from '../imported-text.ts'

/** A decision the importer took; `text` is a German sentence. */
export function remark<At>(topic: Topic, at: At, text: string): Remark<At> {
  return { topic, at, text, question: false }
}

/** Something the importer is not certain of; `text` is a German sentence that says what to check. */
export function question<At>(topic: Topic, at: At, text: string): Remark<At> {
  return { topic, at, text, question: true }
}

/** Words of the source as the report shows them: not too long, in quotation marks that scans rarely have. */
export function quoted(text: string, length = 60): string {
  const plain = text.replace(/\s+/g, ' ').trim()
  return `„${plain.length > length ? `${plain.slice(0, length).trimEnd()} …` : plain}“`
}
