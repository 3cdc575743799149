import type { Places } from './find.ts'

/** The places of the text on this page. */
export function placesOn(root: Document): Places {
  const article = root.querySelector('article[data-text]')
  const ids = (selector: string, prefix: string) =>
    [...(article?.querySelectorAll(selector) ?? [])].map(({ id }) => id.slice(prefix.length))
  return {
    paragraphs: ids('.block > [id^="abs-"]', 'abs-'),
    removed: ids('[data-removed]', 'abs-'),
    pages: ids('[role="doc-pagebreak"]', 's-'),
    notes: ids('.note', 'anm-').map((label) => (label === 'stern' ? '*' : label)),
    sections: [...(article?.querySelectorAll('section > :is(h2, h3)[id]') ?? [])].map(
      (heading) => ({
        id: heading.id,
        title: heading.textContent.trim(),
        top: heading.tagName === 'H2',
      }),
    ),
  }
}
