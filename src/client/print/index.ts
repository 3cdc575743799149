/**
 * For printing, adds a list of the glosses behind each text, each term once, and removes it afterwards. Without the
 * script print.css puts every gloss behind the text.
 */
export function start(root: Document): () => void {
  const listening = new AbortController()
  const { signal } = listening
  const remove = () => {
    for (const list of root.querySelectorAll('.gloss-list')) list.remove()
  }
  const add = () => {
    remove()
    root.querySelectorAll('article[data-text]').forEach(addList)
  }
  addEventListener('beforeprint', add, { signal })
  addEventListener('afterprint', remove, { signal })
  return () => {
    listening.abort()
    remove()
  }
}

function addList(article: Element): void {
  const root = article.ownerDocument
  const glosses = article.querySelectorAll<HTMLElement>('.gloss:not([data-off], [data-outside] *)')
  const entries = new Map<string, [lemma: string, gloss: Element | null]>()
  for (const gloss of glosses) {
    const term = gloss.dataset['term'] ?? ''
    const lemma = gloss.querySelector('.gloss-lemma')?.textContent ?? term
    if (!entries.has(term)) entries.set(term, [lemma, gloss.querySelector('.gloss-text')])
  }
  if (entries.size === 0) return
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
}
