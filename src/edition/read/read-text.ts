import { callId, noteId, paragraphId } from '../../contract/ids.ts'
import type { Root } from 'mdast'
import { historyOf, noteHistoryOf, type Ledger, type NoteUnit } from '../ledger/index.ts'
import type { Note, RemovedParagraph, Text } from '../model/model.ts'
import { readCitations } from '../transforms/citations.ts'
import { unparsedMarkup } from '../transforms/unparsed-markup.ts'
import { lintText } from '../transforms/lint-text.ts'
import { readNotes, type FoundNotes } from '../transforms/notes.ts'
import { numberParagraphs, type Numbered } from '../transforms/paragraphs.ts'
import { unresolvedIbid } from '../transforms/unresolved-ibid.ts'
import { readSchemes } from '../transforms/schemes.ts'
import { nestSections } from '../transforms/sections.ts'
import type { Reading } from './read-data.ts'
import { peopleIn } from './joined-authors.ts'
import { problem } from '../../problems/content-problems.ts'
import { readFrontmatter } from './read-frontmatter.ts'
import { readSlug } from './read-slug.ts'
import { textSchema } from '../model/schemas.ts'
import { mentionsIn, outline, type Outline } from './outline.ts'
import { lastingWording, wordingOf } from '../../markdown/wording.ts'

/** A text before linking: citations are not written and terms not searched yet. */
export interface ReadText extends Omit<Text, 'notes' | 'occurrences'> {
  notes: Omit<Note, 'repeatedWorks'>[]
}

/** One file of content/texts/ or content/private/, without what other files contribute. */
export function readText(
  path: string,
  source: string,
  ledger: Ledger | null = null,
): Reading<ReadText> & { numbered: Numbered; noted: NoteUnit[] } {
  const { data, root: tree, problems, at } = readFrontmatter(path, source, textSchema)
  const { slug, problems: unfit } = readSlug(path)
  problems.push(...unfit)
  problems.push(...unparsedMarkup(tree, path, source))
  problems.push(...readSchemes(tree, path))
  problems.push(...readCitations(tree, path))
  problems.push(...lintText(tree, path))
  problems.push(...unresolvedIbid(tree, path))
  const found = readNotes(tree, path)
  const noted = found.notes
    .filter(({ node }) => node)
    .map(({ node, label }) => ({ label, wording: lastingWording(node) }))
  problems.push(...found.problems)
  problems.push(...nestSections(tree, path))
  const numbered = numberParagraphs(tree, path, ledger)
  problems.push(...numbered.problems)
  for (const [i, author] of (data?.author ?? []).entries())
    if (peopleIn(author).length > 1)
      problems.push(problem(at(['author', i]), 'joined-authors', 'author', peopleIn(author)))
  const text = data && {
    ...data,
    slug,
    path,
    isPrivate: path.startsWith('content/private/'),
    ...assemble(tree, found),
    ...lasting(numbered, noted, ledger, data.version),
  }
  return { data: text, problems, at, numbered, noted }
}

function lasting(
  { units, numbering }: Numbered,
  noted: readonly NoteUnit[],
  ledger: Ledger | null,
  version: string,
): Pick<Text, 'removed' | 'history'> {
  const wordings = units.map(({ wording }) => wording)
  return {
    removed: numbering.removed.map(({ number, since, near, side }): RemovedParagraph => ({
      id: paragraphId(number),
      number,
      since: since ?? version,
      near: paragraphId(near),
      side,
    })),
    history: ledger && {
      ...historyOf(ledger, numbering, wordings, version),
      ...(ledger.notes && { notes: noteHistoryOf(ledger, noted) }),
    },
  }
}

type Assembled = Pick<ReadText, 'tree' | 'sections' | 'paragraphs' | 'notes' | 'pages' | 'words'>

function assemble(tree: Root, found: FoundNotes): Assembled {
  const labels = new Map(found.notes.map(({ node, label }) => [node.identifier, label]))
  const { sections, paragraphs, pages, calls } = outline(tree, labels)
  return {
    tree,
    sections,
    paragraphs,
    notes: found.notes.map((note) => assembleNote(note, calls)),
    pages,
    words: paragraphs.reduce((sum, { words }) => sum + words, 0),
  }
}

function assembleNote(
  { node, label, calls }: FoundNotes['notes'][number],
  places: Outline['calls'],
): ReadText['notes'][number] {
  const id = noteId(label)
  return {
    id,
    label,
    identifier: node.identifier,
    node,
    calls: calls.map((call, i) => ({
      id: callId(id, i + 1),
      ...(places.get(call) ?? { place: null, page: null }),
    })),
    wording: wordingOf({ type: 'root', children: node.children }),
    mentions: mentionsIn(node),
  }
}
