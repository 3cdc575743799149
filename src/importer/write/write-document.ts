import { stringify } from 'yaml'
import type { Element, Head, Note } from '../imported-text.ts'
import { escapedStart } from './escape.ts'
import { writePassage } from './write-passage.ts'

export interface Draft {
  head: Head
  elements: readonly Element[]
  notes: readonly Note[]
  rights: { status: string; source: string }
  /** Key of the printed article in the bibliography, where it has one. */
  printed: string | null
  /** Number of the first printed page; null leaves pages out. */
  firstPage: number | null
}

/** The text as the edition reads it: frontmatter, body, then all notes. */
export function writeDocument(draft: Draft): string {
  const { elements, notes, firstPage } = draft
  const body = elements
    .map((element, i) => {
      const apart = element.kind === 'quote-more' ? '\n>\n' : '\n\n'
      return `${i === 0 ? '' : apart}${block(element, firstPage)}`
    })
    .join('')
  const apparatus = notes.map(({ label, paragraphs }) => {
    const [first, ...more] = paragraphs.map((paragraph) =>
      escapedStart(writePassage(paragraph, null)),
    )
    return [`[^${label}]: ${first}`, ...more.map((line) => `    ${line}`)].join('\n\n')
  })
  return `---\n${frontmatter(draft)}---\n\n${[body, ...apparatus].join('\n\n')}\n`
}

function block({ kind, content }: Element, firstPage: number | null): string {
  const line = writePassage(content, firstPage)
  switch (kind) {
    case 'heading':
      return `## ${withoutClosing(line)}`
    case 'subheading':
      return `### ${withoutClosing(line)}`
    case 'quote':
    case 'quote-more':
      return `> ${escapedStart(line)}`
    case 'paragraph':
      return escapedStart(line)
  }
}

function frontmatter({ head, rights, printed }: Draft): string {
  const [only, ...others] = head.authors
  const data = {
    title: head.title,
    ...(head.subtitle === null ? {} : { subtitle: head.subtitle }),
    author: others.length ? head.authors : only,
    language: 'de',
    ...(printed === null ? {} : { printed }),
    rights: {
      status: rights.status,
      source: rights.source,
      changes: 'keine; Umbruch und Trennungen des Drucks aufgelöst',
    },
  }
  return stringify(data, { lineWidth: 0, singleQuote: true })
}

/** Number signs at the end of a heading would close it. */
const withoutClosing = (line: string): string => line.replace(/(\s)(#+)$/, '$1\\$2')
