import { sayDates } from './head.ts'
import { answersPrefix } from '../../contract/storage-keys.ts'
import { keysOf } from './answers.ts'
import { handedIn } from './exchange/answers-file.ts'
import { fileName } from './file-name.ts'
import { embedImages } from './images.ts'
import { escape, toPlainHtml } from './plain-html.ts'
import type { Assignment, Question } from '../../contract/assignment/model.ts'
import { sayPassage, sayPlaces } from './say.ts'
import {
  blockFor,
  contentOf,
  headingIn,
  isBefore,
  numberOf,
  type MarkedPassage,
} from './marked-passage.ts'
import { wordsAndAddresses } from '../../contract/web-addresses.ts'

export interface FileParts {
  article: HTMLElement
  marked: MarkedPassage
  assignment: Assignment
  source: { author: string; title: string }
  /** Of the assignment; what the file links to is found from there. */
  address: string
  /** Makes the page one of a course, with fields for answers. */
  course?: CourseParts
}

export interface CourseParts {
  /** What runs in it (`course/runtime.js`), and a word by which the policy of the page knows it. */
  runtime: string
  nonce: string
  /** Of the answers in the storage of the browser. */
  name: string
}

const policy = "default-src 'none'; img-src data:; style-src 'unsafe-inline'"

/** The passage with notes, glosses and questions as one HTML file: no script, nothing fetched, to read and to print. */
export async function fileHtml(parts: FileParts, css: string): Promise<string> {
  const { article, marked, assignment, source, address, course } = parts
  const keys = keysOf(assignment.questions)
  const { title, aim, task, questions, anmerkungen, glossen } = assignment
  const images = await embedImages(marked.blocks, address)
  const withNotes = anmerkungen !== 'aus'
  const place = { address, images, here: idsOf(marked), notes: withNotes }
  const html = (node: Node) => toPlainHtml(node, place)
  const questionsAt = (place: HTMLElement | undefined) =>
    questions
      .map((question, i) =>
        blockFor(marked, question) === place ? ask(question, i + 1, course && keys[i]) : '',
      )
      .join('')
  const text = inOrder(marked).map((item) => {
    const heading = headingIn(item)
    return heading ? `<h2>${html(heading)}</h2>` : questionsAt(item) + block(item, html)
  })
  const name = title || sayPassage(assignment)
  const origin = `${source.author}: ${source.title}, ${sayPassage(assignment)}`
  const version = assignment.version && ` Fassung ${assignment.version}.`
  return `<!doctype html>
<html lang="de">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policy}${course ? `; script-src 'nonce-${course.nonce}'` : ''}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${escape(name)}</title>
<style>${css}</style>
</head>
<body>
<main>
<p class="blanks" aria-hidden="true"><span>Name:</span> <span>Datum:</span></p>
<p class="kicker">${escape(sayDates(assignment))}</p>
<h1>${escape(name)}</h1>
<p class="source">${escape(origin)}</p>
${labelled('Ziel', aim)}
${labelled('Aufgabe', task)}
<article lang="${escape(article.lang || 'de')}">
${text.join('\n')}
</article>
${questionsAt(undefined)}
${course ? courseTools : ''}
${withNotes ? notes(marked, html) : ''}
${glossen === 'keine' ? '' : glosses(article, marked, html)}
</main>
<footer>${escape(origin)}.${escape(version)} <a href="${escape(address)}">${escape(address)}</a></footer>
${course ? courseScripts(course, assignment, { about: origin, address, keys }) : ''}
</body>
</html>
`
}

const labelled = (label: string, words: string): string =>
  words && `<p class="task"><strong>${label}:</strong> ${linked(words)}</p>`

type ToHtml = (node: Node) => string

const linked = (text: string): string =>
  wordsAndAddresses(text)
    .map(({ words, href }) =>
      href ? `<a href="${escape(href)}">${escape(words)}</a>` : escape(words),
    )
    .join('')

/** The headings over the passage and in it, and its blocks. */
const inOrder = ({ blocks, headings, above }: MarkedPassage): HTMLElement[] =>
  [...above, ...headings, ...blocks].sort((a, b) => (isBefore(a, b) ? -1 : 1))

const idsOf = ({ numbered }: MarkedPassage): ReadonlySet<string> =>
  new Set(numbered.map((block) => contentOf(block).id))

function block(item: HTMLElement, html: ToHtml): string {
  const content = contentOf(item)
  const number = numberOf(item)
  if (!number) return `<div class="block">${html(content)}</div>`
  return `<div class="block" id="${escape(content.id)}"><span class="number">${number}</span>${html(content)}</div>`
}

function ask(question: Question, nth: number, key?: string): string {
  const places = sayPlaces(question)
  const heading = `Frage ${nth}${places && ` zu ${places}`}`
  return `<section class="question"><h3>${escape(heading)}</h3><p class="task">${linked(question.text)}</p>${key ? answerField(nth, key) : ''}<div class="lines">${'<div class="line"></div>'.repeat(6)}</div></section>`
}

const answerField = (nth: number, key: string): string =>
  `<label class="answer">Ihre Antwort auf Frage ${nth}<textarea rows="4" placeholder=" " data-key="${escape(key)}"></textarea></label>`

const courseTools = `<section class="course" aria-label="Antworten">
<p>Ihre Antworten bleiben in diesem Browser, unter der Adresse dieses Kurses; der Kurs selbst bekommt sie nicht. Abgeben lassen sie sich als Datei.</p>
<p><label>Ihr Name, wenn er in der Datei stehen soll <input type="text" maxlength="80" autocomplete="name" data-name></label></p>
<p><button type="button" data-hand-in>Antworten zum Abgeben (Datei)</button> <button type="button" data-print>Drucken</button> <button type="button" data-done hidden></button></p>
<p role="status" data-said></p>
</section>`

/** What the script of a course reads, and the script. */
function courseScripts(
  { runtime, nonce, name }: CourseParts,
  assignment: Assignment,
  { about, address, keys }: { about: string; address: string; keys: readonly string[] },
): string {
  const title = assignment.title || sayPassage(assignment)
  const json = JSON.stringify({
    format: handedIn,
    item: answersPrefix + name,
    fileName: fileName(title),
    assignment: { name, title, about, address },
    questions: assignment.questions.map(({ at, text }, i) => ({
      ...{ key: keys[i], nth: i + 1, at, question: text },
    })),
  }).replaceAll('<', '\\u003c')
  return `<script type="application/json" data-course>${json}</script>
<script nonce="${nonce}">${runtime}</script>`
}

/** Notes that the passage calls, though some may stand behind an earlier paragraph; each leads back to its first call here. */
function notes(marked: MarkedPassage, html: ToHtml): string {
  const calls = new Map<string, string>()
  const article = marked.blocks[0]!.closest('[data-text]')!
  for (const one of inOrder(marked))
    for (const call of contentOf(one).querySelectorAll('[role="doc-noteref"]')) {
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
    [...contentOf(one).querySelectorAll<HTMLElement>('[data-term]')].map(
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
