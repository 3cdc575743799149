import { paragraphSelector } from '../../contract/ids.ts'
/** Selector of the texts on a page. */
export const text = 'article[data-text]'
/** Selector of the citable paragraphs of a text. */
export const paragraph = `.block > ${paragraphSelector}`

export const textsOn = (root: Document): HTMLElement[] => [
  ...root.querySelectorAll<HTMLElement>(text),
]

/** In the one-file edition the ids of all texts but the first have a prefix. */
const idPrefix = (article: HTMLElement) => article.dataset['ids'] ?? ''

/** The element with an id of the text, such as `abs-14`. */
export const inText = (article: HTMLElement, id: string): HTMLElement | null =>
  article.ownerDocument.getElementById(idOnPage(article, id))

/** The id on the page for an id in the text. */
export const idOnPage = (article: HTMLElement, id: string): string => idPrefix(article) + id

/** The id in the text for an id on the page. */
export const idInText = (article: HTMLElement, id: string): string =>
  id.slice(idPrefix(article).length)

/** The part of the one-file edition that holds the text and its surroundings; on a single page, the body. */
export const partAround = (article: Element): Element =>
  article.closest('.file-part') ?? article.ownerDocument.body
