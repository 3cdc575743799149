/**
 * On paper the glosses make a list behind the text, each term once. It stands only while the page is printed;
 * without the script print.css puts every gloss behind the text.
 */
export function start(root: Document): () => void {
  const listening = new AbortController()
  const { signal } = listening
  let list: HTMLElement | null = null
  addEventListener('beforeprint', () => (list ??= addList(root)), { signal })
  addEventListener('afterprint', () => (list = remove(list)), { signal })
  return () => {
    listening.abort()
    list = remove(list)
  }
}

function addList(root: Document): HTMLElement | null {
  const article = root.querySelector('article[data-text]')
  const glosses =
    article?.querySelectorAll<HTMLElement>('.gloss:not([data-off], [data-outside] *)') ?? []
  const entries = new Map<string, [lemma: string, gloss: Element | null]>()
  for (const gloss of glosses) {
    const term = gloss.dataset['term'] ?? ''
    const lemma = gloss.querySelector('.gloss-lemma')?.textContent ?? term
    if (!entries.has(term)) entries.set(term, [lemma, gloss.querySelector('.gloss-text')])
  }
  if (!article || entries.size === 0) return null
  const list = root.createElement('section')
  list.className = 'gloss-list'
  list.innerHTML = '<h2>Begriffe</h2>'
  for (const [lemma, gloss] of [...entries.values()].sort(([a], [b]) => a.localeCompare(b, 'de'))) {
    const entry = root.createElement('p')
    const name = root.createElement('strong')
    name.textContent = `${lemma} `
    entry.append(name, ...(gloss?.cloneNode(true).childNodes ?? []))
    list.append(entry)
  }
  article.append(list)
  return list
}

function remove(list: HTMLElement | null): null {
  list?.remove()
  return null
}
