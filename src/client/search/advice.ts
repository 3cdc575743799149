import type { Answer } from './search.ts'
import { groups } from './places.ts'
import { element } from '../platform/element.ts'

/** „12 Treffer: 7 im Text, 5 in den Anmerkungen“. */
export function countSentence({ hits, numbered, corrections }: Answer, query: string): string {
  if (hits.length === 0 && numbered.length > 0)
    return numbered.length === 1 ? '1 Stelle' : `${numbered.length} Stellen`
  if (hits.length === 0) return `Nichts gefunden zu „${query}“.`
  const parts = groups.flatMap(({ kinds, counted }) => {
    const count = hits.filter(({ kind }) => kinds.includes(kind)).length
    return count > 0 ? [counted(count)] : []
  })
  const guessed = corrections.length > 0 ? ' für ähnliche Wörter' : ''
  return `${hits.length} Treffer${guessed}: ${parts.join(', ')}`
}

/** „Meinten Sie …“ and, without hits, what else can be searched for or read. */
export function advice(root: Document, answer: Answer, query: string, base: string): Node[] {
  if (answer.numbered.length > 0) return []
  const cut = answer.cut
    ? [sentence(root, `Gesucht wird nach den ersten ${answer.cut} Wörtern.`, [], '')]
    : []
  const guesses = answer.corrections.map(({ typed, used }) =>
    sentence(
      root,
      `„${typed}“ steht nirgends in dieser Ausgabe. Meinten Sie `,
      used.slice(0, 3).map((word) => retry(root, word, query.replace(typed, word))),
      '?',
    ),
  )
  const corrected = [...cut, ...guesses]
  if (answer.hits.length > 0) return corrected
  const filtered = Object.values(answer.counts.kinds).some((count) => count > 0)
  if (filtered)
    return [...corrected, sentence(root, 'Mit anderen Filtern gibt es Treffer.', [], '')]
  const [missing] = answer.missing
  const without = missing ? query.replace(missing, '').trim() : ''
  const reason = missing
    ? `„${missing}“ steht nirgends in dieser Ausgabe, auch nichts Ähnliches.`
    : 'Kein Absatz und keine Anmerkung enthält alle diese Wörter.'
  const nodes = [...corrected, sentence(root, reason, [], '')]
  if (without) nodes.push(sentence(root, 'Ohne dieses Wort: ', [retry(root, without)], ''))
  if (answer.lemmas.length > 0)
    nodes.push(
      sentence(
        root,
        'Im Glossar am nächsten: ',
        answer.lemmas.map(({ url, lemma }) => element(root, 'a', { href: url }, lemma)),
        '.',
      ),
    )
  nodes.push(
    sentence(
      root,
      'Alle Begriffe stehen im ',
      [element(root, 'a', { href: `${base}#register` }, 'Register')],
      '.',
    ),
  )
  return nodes
}

function sentence(
  root: Document,
  before: string,
  links: HTMLElement[],
  after: string,
): HTMLElement {
  const paragraph = element(root, 'p', 'search-advice', before)
  links.forEach((given, i) => {
    if (i > 0) paragraph.append(i === links.length - 1 ? ' oder ' : ', ')
    paragraph.append(given)
  })
  paragraph.append(after)
  return paragraph
}

const retry = (root: Document, words: string, query = words): HTMLElement =>
  element(root, 'button', { type: 'button', 'data-retry': query }, words)
