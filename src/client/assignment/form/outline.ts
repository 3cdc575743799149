import { fetchText } from '../text-page.ts'
import { contentOf, headingIn, numberOf } from '../marked-passage.ts'

/** A text as the form needs it. */
export interface TextOutline {
  slug: string
  version: string
  paragraphs: { number: string; words: string }[]
  sections: { title: string; from: string; to: string }[]
}

/** A text that an assignment can be about, as the page lists it. */
export interface TextEntry {
  slug: string
  title: string
  version: string
  address: string
}

export const textsOn = (root: Document): TextEntry[] =>
  [...root.querySelectorAll<HTMLAnchorElement>('a[data-task-text]')].map((link) => ({
    slug: link.dataset['taskText']!,
    version: link.dataset['version'] ?? '',
    title: link.textContent.trim(),
    address: link.href,
  }))

/** Null where the page of the text cannot be fetched. */
export async function readOutline({
  slug,
  version,
  address,
}: TextEntry): Promise<TextOutline | null> {
  const page = await fetchText(address)
  const article = page?.querySelector('article[data-text]')
  if (!article) return null
  const blocks = (within: Element) => [...within.querySelectorAll('.block')].filter(numberOf)
  return {
    ...{ slug, version },
    paragraphs: blocks(article).map((block) => ({
      number: numberOf(block),
      words: wordsIn(contentOf(block)),
    })),
    sections: [...article.querySelectorAll('section')].flatMap((section) => {
      const heading = section.firstElementChild && headingIn(section.firstElementChild)
      const title = heading && wordsIn(heading)
      const numbers = blocks(section).map(numberOf)
      return title && numbers.length > 0
        ? [{ title, from: numbers.at(0)!, to: numbers.at(-1)! }]
        : []
    }),
  }
}

function wordsIn(content: Element): string {
  const copy = content.cloneNode(true) as Element
  for (const apart of copy.querySelectorAll('[role="doc-noteref"], [role="doc-pagebreak"]'))
    apart.remove()
  return copy.textContent.trim().replace(/\s+/g, ' ')
}

/** The first words, by which one knows a paragraph. */
export function firstWords(words: string, most = 70): string {
  if (words.length <= most) return words
  return `${words.slice(0, words.lastIndexOf(' ', most)).replace(/[,;:–]$/, '')} …`
}
