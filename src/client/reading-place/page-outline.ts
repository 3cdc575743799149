import { paragraph } from '../text-on-page/text.ts'
import type { Outline } from './outline.ts'

export interface PageOutline extends Outline {
  /** Elements of `paragraphs`, in the same order. */
  elements: HTMLElement[]
}

/** Reads paragraphs and sections of a text from the page. */
export function outlineOf(article: Element): PageOutline {
  const headings = [...article.querySelectorAll<HTMLElement>('section > :is(h2, h3)[id]')]
  const elements = [...article.querySelectorAll<HTMLElement>(paragraph)]
  return {
    elements,
    sections: headings.map(({ id, textContent }) => ({ id, title: textContent.trim() })),
    paragraphs: elements.map((element) => ({
      id: element.id,
      words: element.textContent.trim().split(/\s+/).length,
      section: headings.indexOf(headingOf(element)!),
    })),
  }
}

const headingOf = (element: Element) =>
  element.closest('section')?.querySelector<HTMLElement>(':scope > :is(h2, h3)[id]')
