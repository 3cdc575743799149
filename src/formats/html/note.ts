import { glossId, termId } from '../../contract/ids.ts'
import type { Element, ElementContent } from 'hast'
import type { Piece } from '../../contract/reference.ts'
import type { Note, Term } from '../../edition/model/model.ts'
import { element, text } from './element.ts'
import { reference, type WriteAddress } from './reference.ts'

/** The work that a short title or „ebd.“ in a note refers to. */
export interface Resolved {
  work: string
  pieces: readonly Piece[]
}

/**
 * A note. Its own text is one element; what the edition adds is outside of it. Names of links say what the roles mean,
 * since several screen readers do not know the roles.
 */
export function noteElement(
  note: Note,
  content: ElementContent[],
  resolved: readonly Resolved[],
  address: WriteAddress,
): Element {
  const [first, ...more] = note.calls
  return element(
    'div',
    {
      class: 'note',
      id: note.id,
      role: 'doc-footnote',
      'aria-label': `Anmerkung ${note.label}`,
      tabindex: '-1',
    },
    [
      backLink(first?.id ?? '', note.label, `Anmerkung ${note.label}: zurück zum Text`),
      wording(content),
      ...resolved.map(({ work, pieces }) =>
        element('p', { class: 'note-resolved' }, [...reference(pieces, address, work), text('.')]),
      ),
      ...more.map(({ id }, i) =>
        backLink(id, '↑', `Anmerkung ${note.label}: zurück zur ${i + 2}. Stelle im Text`),
      ),
    ],
  )
}

const backLink = (call: string, words: string, label: string) =>
  element(
    'a',
    { class: 'note-back', role: 'doc-backlink', href: `#${call}`, 'aria-label': label },
    [text(words)],
  )

function wording(content: ElementContent[]): Element {
  const [only, ...others] = content
  if (only?.type === 'element' && only.tagName === 'p' && others.length === 0) {
    only.properties['data-wording'] = ''
    return only
  }
  return element('div', { 'data-wording': '' }, content)
}

/** A gloss: lemma, short text, links to the entry and back; `data-again` if it is not the first of its term. */
export function glossElement(
  term: Term,
  nth: number,
  content: ElementContent[],
  entry: string,
): Element {
  return element(
    'div',
    {
      class: 'gloss',
      id: glossId(term.slug, nth),
      'data-term': term.slug,
      'data-again': nth > 1 ? '' : null,
      role: 'note',
      'aria-label': `Glosse: ${term.lemma}`,
      tabindex: '-1',
    },
    [
      element('p', {}, [
        element('a', { class: 'gloss-lemma', href: entry, lang: term.language ?? null }, [
          text(term.lemma),
        ]),
        text(' '),
        element('span', { class: 'gloss-text' }, content),
      ]),
      element(
        'a',
        {
          class: 'gloss-back',
          role: 'doc-backlink',
          href: `#${termId(term.slug, nth)}`,
          'aria-label': `zurück zu „${term.lemma}“ im Text`,
        },
        [text('↑')],
      ),
    ],
  )
}
