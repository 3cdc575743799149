/** From the head of the text, which in a file of several stands in the same part. */
export function sourceOf(root: Document, article: HTMLElement) {
  const page = article.closest('.text-page') ?? root
  const title = article.getAttribute('aria-label') ?? ''
  return { title, author: page.querySelector('.text-author')?.textContent.trim() ?? '' }
}
