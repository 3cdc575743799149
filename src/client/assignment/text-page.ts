/** The page of a text as it was built; null where it cannot be fetched. */
export async function fetchText(address: string): Promise<Document | null> {
  try {
    const response = await fetch(address)
    if (!response.ok) return null
    return new DOMParser().parseFromString(withoutStyles(await response.text()), 'text/html')
  } catch {
    return null
  }
}

/** A parsed page is under the policy of this one, which would report the styles of another page. */
const withoutStyles = (html: string) => html.replace(/<style\b.*?<\/style>/gs, '')

/** Author and title of a text, from its head; in a file of several texts each has its own part of the page. */
export function sourceOf(root: Document, article: HTMLElement) {
  const page = article.closest('.text-page') ?? root
  const title = article.getAttribute('aria-label') ?? ''
  return { title, author: page.querySelector('.text-author')?.textContent.trim() ?? '' }
}
