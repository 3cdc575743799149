import { sayDate } from './head.ts'
import { embedImages } from './images.ts'
import { escape, toPlainHtml } from './plain-html.ts'
import type { Assignment, Question } from '../../contract/assignment/model.ts'
import { sayPassage, sayPlaces } from './say.ts'
import { blockFor, numberOf, type MarkedPassage } from './marked-passage.ts'
import css from './file.css?inline'

export interface FileParts {
  article: HTMLElement
  marked: MarkedPassage
  assignment: Assignment
  source: { author: string; title: string }
  /** Of the assignment; what the file links to is found from there. */
  address: string
}

const policy = "default-src 'none'; img-src data:; style-src 'unsafe-inline'"

/** The passage with notes, glosses and questions as one HTML file: no script, nothing fetched, to read and to print. */
export async function makeFile(parts: FileParts): Promise<string> {
  const { article, marked, assignment, source, address } = parts
  const { title, date, aim, task, questions, anmerkungen, glossen } = assignment
  const images = await embedImages(marked.blocks, address)
  const withNotes = anmerkungen !== 'aus'
  const place = { address, images, here: idsOf(marked), notes: withNotes }
  const html = (node: Node) => toPlainHtml(node, place)
  const questionsAt = (place: HTMLElement | undefined) =>
    questions
      .map((question, i) => (blockFor(marked, question) === place ? ask(question, i + 1) : ''))
      .join('')
  const text = inOrder(article, marked).map((element) =>
    element.matches('.block')
      ? questionsAt(element) + block(element, html)
      : `<h2>${html(element)}</h2>`,
  )
  const name = title || sayPassage(assignment)
  const origin = `${source.author}: ${source.title}, ${sayPassage(assignment)}`
  const version = assignment.version && ` Fassung ${assignment.version}.`
  return `<!doctype html>
<html lang="de">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policy}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${escape(name)}</title>
<style>${css}</style>
</head>
<body>
<main>
<p class="blanks" aria-hidden="true"><span>Name:</span> <span>Datum:</span></p>
<p class="kicker">${date ? `Aufgabe zum ${escape(sayDate(date))}` : 'Aufgabe'}</p>
<h1>${escape(name)}</h1>
<p class="source">${escape(origin)}</p>
${labelled('Ziel', aim)}
${labelled('Aufgabe', task)}
<article lang="${escape(article.lang || 'de')}">
${text.join('\n')}
</article>
${questionsAt(undefined)}
${withNotes ? notes(article, marked, html) : ''}
${glossen === 'keine' ? '' : glosses(article, marked, html)}
</main>
<footer>${escape(origin)}.${escape(version)} <a href="${escape(address)}">${escape(address)}</a></footer>
</body>
</html>
`
}

const labelled = (label: string, words: string): string =>
  words && `<p class="task"><strong>${label}:</strong> ${escape(words)}</p>`

type ToHtml = (node: Node) => string

/** The headings over the passage and in it, and its blocks. */
const inOrder = (article: HTMLElement, { blocks, outside }: MarkedPassage): HTMLElement[] =>
  [...article.querySelectorAll<HTMLElement>('section > :is(h2, h3), .block')].filter((element) =>
    element.matches('.block') ? blocks.includes(element) : !outside.includes(element),
  )

const idsOf = ({ blocks }: MarkedPassage): ReadonlySet<string> =>
  new Set(blocks.map((block) => paragraphOf(block).id))

const paragraphOf = (block: HTMLElement) => block.querySelector<HTMLElement>(':scope > [id]')!

function block(element: HTMLElement, html: ToHtml): string {
  const paragraph = paragraphOf(element)
  return `<div class="block" id="${escape(paragraph.id)}"><span class="number">${numberOf(element)}</span>${html(paragraph)}</div>`
}

function ask(question: Question, nth: number): string {
  const places = sayPlaces(question)
  const heading = `Frage ${nth}${places && ` zu ${places}`}`
  return `<section class="question"><h3>${escape(heading)}</h3><p class="task">${escape(question.text)}</p>${'<div class="line"></div>'.repeat(6)}</section>`
}

/** Notes that the passage calls, though some may stand behind an earlier paragraph; each leads back to its first call here. */
function notes(article: HTMLElement, { blocks }: MarkedPassage, html: ToHtml): string {
  const calls = new Map<string, string>()
  for (const one of blocks)
    for (const call of one.querySelectorAll(':scope > [id] [role="doc-noteref"]')) {
      const note = call.getAttribute('href')?.slice(1) ?? ''
      if (!calls.has(note)) calls.set(note, call.id)
    }
  const entries = [...calls].flatMap(([id, call]) => {
    const note = article.querySelector<HTMLElement>(`[id="${id}"]`)
    if (!note) return []
    const label = note.querySelector('.note-back')?.textContent ?? ''
    const words = [...note.querySelectorAll('[data-wording], .note-resolved')].map(html)
    return `<div class="note" id="${escape(note.id)}"><a href="#${escape(call)}">${escape(label)}</a> ${words.join(' ')}</div>`
  })
  return entries.length > 0 ? `<section><h2>Anmerkungen</h2>${entries.join('\n')}</section>` : ''
}

/** Each term of the passage once, though its gloss may stand at an earlier place. */
function glosses(article: HTMLElement, { blocks }: MarkedPassage, html: ToHtml): string {
  const used = blocks.flatMap((one) =>
    [...one.querySelectorAll<HTMLElement>(':scope > [id] [data-term]')].map(
      ({ dataset }) => dataset['term']!,
    ),
  )
  const entries = [...new Set(used)].flatMap((term) => {
    const gloss = article.querySelector(`.gloss[data-term="${term}"]`)
    const words = gloss?.querySelector('.gloss-text')
    const lemma = gloss?.querySelector('.gloss-lemma')?.textContent ?? term
    return words ? [{ lemma, words: html(words) }] : []
  })
  const sorted = entries.toSorted((a, b) => a.lemma.localeCompare(b.lemma, 'de'))
  const list = sorted.map(({ lemma, words }) => `<dt>${escape(lemma)}</dt><dd>${words}</dd>`)
  return list.length > 0 ? `<section><h2>Begriffe</h2><dl>${list.join('\n')}</dl></section>` : ''
}
