import { paragraphId } from '../contract/ids.ts'
import { problemsFrom, type Problem as AnyProblem } from './problem.ts'

/** Offers the name that was probably meant before what else can be done. */
const ifMeant = (near: string | undefined, otherwise: string): string =>
  near
    ? `Write “${near}” if that is meant; otherwise ${otherwise[0]!.toLowerCase()}${otherwise.slice(1)}`
    : otherwise

/** All problems in content files: permanent name → what happened, and what to do. */
export const problems = {
  'unknown-term': (slug: string, near?: string) =>
    `Unknown term “${slug}”. ${ifMeant(near, `Add content/glossary/${slug}.md or correct the link.`)}`,
  'unknown-format': (format: number, known: number) =>
    `This edition is written for format ${format} of the engine, which knows no format after ${known}. Install a newer engine; nothing in the edition need be changed.`,
  'unknown-group': (slug: string, known: readonly string[]) =>
    `The glossary has no group “${slug}”. Write one of ${known.join(', ')}, or add it to “groups” in content/edition.yaml.`,
  'faint-ink': (colour: string, theme: string, ratio: string, better: string) =>
    `Words in ${colour} are hard to read on ${theme} pages: the contrast is ${ratio}:1, and 4.5:1 is needed. Take “${better}”, or another that is ${theme === 'dark' ? 'lighter' : 'darker'}.`,
  'unknown-work': (key: string, near?: string) =>
    `Unknown work “${key}”. ${ifMeant(near, 'Add it to content/bibliography.json or correct the key.')}`,
  'unknown-text': (slug: string, near?: string) =>
    `Unknown text “${slug}”. ${ifMeant(near, 'Name a file of content/texts/ or content/private/; a passage that may be missing says “optional: true”.')}`,
  'unknown-place': (place: string, text: string, near?: string) =>
    `“${text}” has no paragraph or section “${place}”. ${ifMeant(near, `Use ${paragraphId('N')} or the id of a heading of that text.`)}`,
  'empty-section': (id: string, text: string) =>
    `The section “${id}” of “${text}” has no paragraph that could be read. Name a paragraph, or a section that has some.`,
  'backward-passage': (from: string, to: string) =>
    `The passage ends with “${to}”, which stands before “${from}”. Exchange “from” and “to”, or correct one of them.`,
  'question-outside': (place: string) =>
    `“${place}” is not in the first passage of this session, of which the questions are asked. Ask about a paragraph of it, or let the passage begin or end elsewhere.`,
  'note-without-call': (label: string) =>
    `Note [^${label}] is never called. Put [^${label}] where it belongs in the text, or remove the note.`,
  'call-without-note': (label: string) =>
    `Note [^${label}] is called but not written. Add a line “[^${label}]: …”, or remove the call.`,
  'empty-note': (label: string) =>
    `Note [^${label}] has no words. Write them behind “[^${label}]:”, or remove the note and its call.`,
  'malformed-note': (words: string) =>
    `“${words}” is no note, since its label is empty or has a space in it. Write one such as [^12] or [^a-b] at the call and before the note, or \\[ if the bracket is meant.`,
  'duplicate-note': (label: string) =>
    `Note [^${label}] is written twice. Give the second one a label of its own, or join them.`,
  'misplaced-note': (label: string) =>
    `No note can stand where [^${label}] is. Call notes in the running text, outside links; elsewhere say it in the sentence.`,
  'duplicate-term': (lemma: string, other: string) =>
    `The lemma “${lemma}” has an entry already, in ${other}. Join the two, or rename one.`,
  'duplicate-work': (key: string) =>
    `The key “${key}” stands twice in the bibliography. Remove one entry, or rename it.`,
  'broken-entry': (what: string) =>
    `An entry of the bibliography begins here and ${what}. Correct it, or export the file again.`,
  'ambiguous-key': (key: string, keys: readonly string[]) =>
    `More than one work could be “${key}”. Write one of ${keys.join(', ')}; npm run check says which is which.`,
  'duplicate-text': (slug: string, other: string) =>
    `The text “${slug}” exists already, as ${other}. Rename one of the files.`,
  'duplicate-session': (slug: string, other: string) =>
    `The session “${slug}” exists already, as ${other}. Rename one of the files.`,
  'invalid-name': (name: string, why: string) =>
    `“${name}” ${why}. Rename the file: lower-case letters, digits and hyphens, and no name that the site has already.`,
  'ambiguous-form': (form: string, other: string) =>
    `The form “${form}” belongs to ${other} as well. Leave it in one entry only.`,
  'invalid-frontmatter': (path: string, what: string) =>
    `The frontmatter is not as expected${path && ` at “${path}”`}: ${what}. Correct it; the README shows every field.`,
  'invalid-data': (path: string, what: string) =>
    `The data are not as expected${path && ` at “${path}”`}: ${what}. Correct the entry; the README shows every field.`,
  'unresolved-ebd': (words: string) =>
    `“${words}” is not linked to the work it stands for. Write [${words}](work:KEY), or [${words}](work:-) if it is a place and names no work.`,
  'malformed-citation': (source: string) =>
    `“${source}” is not a citation. Write [@key] or [@key, locator], one work in a bracket.`,
  'misplaced-citation': (source: string) =>
    `“${source}” stands outside a note. Move it into a note; the edition cites in notes only.`,
  'not-utf-8': () =>
    `This file is not UTF-8 text: here stands a sign that was lost. Save it again with the encoding UTF-8.`,
  'hidden-sign': (code: string) =>
    `Here stands ${code}, a sign that nobody sees and that changes or hurts the words around it. Remove it: write the words around it anew.`,
  'missing-face': (sign: string, more: number) =>
    `${sign} (U+${sign.codePointAt(0)!.toString(16).toUpperCase().padStart(4, '0')}) has no face in the edition’s fonts${more > 0 ? `, and so have ${more} signs more of this file` : ''}: pages and EPUBs take one of the reader’s machine or show a box, PDFs show its code. Look at them, or write it in other letters.`,
  'unread-file': (path: string) =>
    `Nothing reads ${path}. Texts, entries and pages end in .md, sessions in .yaml, and stand in their folder itself; rename or move it.`,
  'missing-rights': () =>
    `No rights are stated. Add “rights: {status: …}” (open, licensed, teaching-only or unknown) to the frontmatter.`,
  'raw-html': (tag: string) =>
    `“${tag}” is HTML, which the edition does not pass on. Write Markdown, or ‹guillemets› where quotation marks are meant.`,
  'foreign-markup': (words: string, remedy: string) =>
    `“${words}” is markup of another program and would be printed as it stands. ${remedy}`,
  'invalid-formula': (what: string) =>
    `This formula cannot be set: ${what}. Correct the TeX, or write \\$ where the sign is meant.`,
  'doubtful-formula': (words: string) =>
    `It is not certain that “${words}” is a formula. Write \\$ where the sign is meant; for a formula $n$ or $$n$$, no letter or digit beside it, its words in \\text{…}.`,
  'indented-code': (line: string) =>
    `“${line}” is indented by four spaces or more, which makes code of it. Begin the line at the left edge.`,
  'empty-heading': (marks: string) =>
    `This heading has no words. Write them behind ${marks}, or remove the line.`,
  'malformed-heading': (marks: string) =>
    `This line is no heading. Write a space behind ${marks}, or \\# if the sign is meant.`,
  'malformed-link': (link: string) =>
    `“${link}” is no link and would be printed as it stands. Write [words](address) without a space in the address, or \\] if the bracket is meant.`,
  'ordinal-list': (words: string, escaped: string) =>
    `“${words}” begins a list here. Write ${escaped} if the sign belongs to the sentence; a list has two items at least, numbered from 1 or without empty lines between them.`,
  'stray-emphasis': (word: string, sign: string) =>
    `In “${word}” it is not clear whether ${sign} marks emphasis or means itself. Write \\${sign} for the sign; set whole words in emphasis, with spaces or punctuation around them.`,
  'unused-definition': (line: string) =>
    `“${line}” defines an address that nothing uses, or that is defined already, and would be left out. Write \\[ if it belongs to the text, or remove the line.`,
  'surplus-cell': () =>
    `This row has more cells than the head of its table, and the rest would be left out. Add a cell to the head, or write \\| for the sign.`,
  'headless-table': () =>
    `These rows are no table and would be printed as they stand. Write | --- | --- | below the first, with a column for each of its cells; verse has a bar before its lines only.`,
  'stray-caption': (words: string) =>
    `“${words}” looks like a caption, and no table or figure stands before it. Move it directly behind one, or write \\: for the sign.`,
  'unclosed-code': (fence: string) =>
    `${fence} makes code of all that follows, to the end. Write ${fence} behind the code, or \\${fence[0]!} for the sign.`,
  'underlined-heading': (marks: string) =>
    `The line below makes a heading of this paragraph. Write ${marks} before a heading; leave an empty line before a rule.`,
  'gloss-block': () =>
    `A gloss is one paragraph. Write lists, headings, quotations and further paragraphs into the article below the frontmatter, and \\ before a sign that means itself.`,
  'empty-gloss': () => `This gloss has no words. Say in a sentence what the term means.`,
  'too-intricate': (most: number, what: string) =>
    `Here are more than ${most} ${what}. Divide the passage, or write \\ before signs that mean themselves.`,
  'heading-skip': (depth: number, expected: number) =>
    depth === 1
      ? `A heading of level 1 is the title, which stands in the frontmatter. Write ${'#'.repeat(expected)} for a section.`
      : `A heading of level ${depth} follows without one of level ${expected}. Write ${'#'.repeat(expected)}, or add the heading between.`,
  'dead-link': (target: string, near?: string) =>
    `The link “${target}” leads nowhere in this edition. ${ifMeant(near, 'Correct the address, or remove the link.')}`,
  'missing-alt': (url: string) =>
    `The figure “${url}” has no description. Write ![what it shows](${url}).`,
  'foreign-figure': (url: string) =>
    `The figure “${url}” comes from elsewhere, which the edition never loads. Put it into public/ and write its path.`,
  'missing-figure': (url: string) =>
    `There is no figure at “${url}”. Put the file (.png, .jpg, .svg, .webp, .avif or .gif) into public/ and write its path from there: /name.png.`,
  'unfit-figure': (url: string, fault: string) =>
    `The figure “${url}” cannot be shown: its file ${fault}.`,
  'page-out-of-order': (page: string, before: string) =>
    `Page ${page} begins after page ${before}. Correct the number, or move the mark.`,
  'invalid-page': (page: string) => `“${page}” is not a page number. Write [](page:104).`,
  'worded-page': (page: string, words: string) =>
    `The mark of page ${page} has words in it. Write [](page:${page}) before “${words}”, where the page begins.`,
  'unknown-language': (tag: string) =>
    `“${tag}” is not a language tag. Write [words](lang:en) with a tag such as en or fr.`,
  'unsettled-paragraph': (numbers: readonly string[]) =>
    `It is not certain whether this is still Abs. ${numbers.join(' or ')}. Write [](abs:${numbers[0]!}) before its first word if it is, [](abs:new) if it is a new paragraph.`,
  'invalid-number': (mark: string, why: string) =>
    `[](abs:${mark}) settles nothing: ${why}. Write [](abs:12) or [](abs:new) before the first word of a paragraph, or remove the mark.`,
  'exhausted-letters': (base: string, next: string) =>
    `All letters behind ${base} are given. Write [](abs:${next}), a number never given, before the first word.`,
  'unfrozen-paragraph': (number: string) =>
    `This paragraph is new, Abs. ${number} for now. Raise “version” and run npm run freeze before you publish it.`,
  'unfrozen-wording': (numbers: readonly string[], version: string) =>
    `The wording has changed since version ${version} was frozen: Abs. ${numbers.join(', ')}. Raise “version” and run npm run freeze when the text is as you want it.`,
  'stray-ledger': (text: string) =>
    `This ledger keeps the numbers of ${text}, which is missing. Rename the ledger as the text was renamed, or remove both.`,
  'stray-bibliography': (text: string) =>
    `These works belong to ${text}, which is missing. Give the file the folder and name of the text, or remove it.`,
  'unused-term': (lemma: string) =>
    `No text uses “${lemma}”. Add the form that the texts have, or remove the entry.`,
  'joined-authors': (field: 'author' | 'editors', people: readonly string[]) =>
    `This is taken for one person. Write several as a list: ${field}: [${people.map((name) => (name.includes(',') ? `"${name}"` : name)).join(', ')}].`,
  'uncited-work': (key: string) => `Nothing cites “${key}”. Cite it, or remove it.`,
  'incomplete-work': (key: string, field: 'title' | 'issued') =>
    `“${key}” has no ${field === 'title' ? 'title' : 'date'}, by which readers find it. Add “${field}”; where the work states none, write ${field === 'title' ? '"title": "o. T."' : '"issued": {"literal": "o. J."}'}.`,
} as const

export type ProblemName = keyof typeof problems

/** Reported without stopping a build. */
const warnings: ReadonlySet<ProblemName> = new Set([
  'missing-face',
  'unread-file',
  'stray-bibliography',
  'unused-term',
  'joined-authors',
  'uncited-work',
  'incomplete-work',
  'unfrozen-paragraph',
  'unfrozen-wording',
])

export type Problem = AnyProblem<ProblemName>

export const problem = problemsFrom(problems, warnings)
