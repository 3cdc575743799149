import { idInText, paragraph } from '../text-on-page/text.ts'
import type { Places } from './find.ts'

/** The places of a text. */
export function placesIn(article: HTMLElement): Places {
  const own = ({ id }: Element) => idInText(article, id)
  const ids = (selector: string, prefix: string) =>
    [...article.querySelectorAll(selector)].map((element) => own(element).slice(prefix.length))
  return {
    paragraphs: ids(paragraph, 'abs-'),
    removed: ids('[data-removed]', 'abs-'),
    pages: ids('[role="doc-pagebreak"]', 's-'),
    notes: ids('.note', 'anm-').map((label) => (label === 'stern' ? '*' : label)),
    sections: [...article.querySelectorAll('section > :is(h2, h3)[id]')].map((heading) => ({
      id: own(heading),
      title: heading.textContent.trim(),
      top: heading.tagName === 'H2',
    })),
  }
}
