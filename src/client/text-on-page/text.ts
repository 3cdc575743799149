/** A text on a page. */
export const text = 'article[data-text]'
/** A citable paragraph, of a text. */
export const paragraph = '.block > :is([id^="abs-"], [id*="--abs-"])'

export const textsOn = (root: Document): HTMLElement[] => [
  ...root.querySelectorAll<HTMLElement>(text),
]

/** In a file of several texts the ids of all but the first have a name before them. */
const nameBefore = (article: HTMLElement) => article.dataset['ids'] ?? ''

/** What bears an id of the text, as `abs-14`. */
export const inText = (article: HTMLElement, id: string): HTMLElement | null =>
  article.ownerDocument.getElementById(idOnPage(article, id))

export const idOnPage = (article: HTMLElement, id: string): string => nameBefore(article) + id

/** The id of the text for one of the page. */
export const idInText = (article: HTMLElement, id: string): string =>
  id.slice(nameBefore(article).length)

/** The part of a page or file that is about the text. */
export const partAround = (article: Element): Element =>
  article.closest('.file-part') ?? article.ownerDocument.body
