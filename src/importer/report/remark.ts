import type { Remark, Topic } from '../imported-text.ts'

/** A decision the importer took; `text` is a German sentence. */
export function remark(topic: Topic, offset: number, text: string): Remark {
  return { topic, offset, text, question: false }
}

/** Something the importer is not certain of; `text` is a German sentence that says what to check. */
export function question(topic: Topic, offset: number, text: string): Remark {
  return { topic, offset, text, question: true }
}

/** Words of the scan as the report shows them: not too long, in quotation marks that scans rarely have. */
export function quoted(text: string, length = 60): string {
  const plain = text.replace(/\s+/g, ' ').trim()
  return `„${plain.length > length ? `${plain.slice(0, length).trimEnd()} …` : plain}“`
}
