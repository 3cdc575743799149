/** `nachweis.json` of a text, as src/citation/citation-data.ts writes it; its placeholders are explained there. */
export interface CitationData {
  address: string
  version: string
  styles: Record<StyleKey, { after?: string; place: string; whole: string }>
  bibtex: string
  ris: string
  csl: Record<string, unknown>
}

export const styleNames = {
  ausgabe: 'Diese Ausgabe',
  chicago: 'Chicago',
  mla: 'MLA',
  apa: 'APA',
} as const

export type StyleKey = keyof typeof styleNames

const loading = new WeakMap<HTMLElement, Promise<CitationData>>()

/** From a script element (one-file edition), else fetched. Rejects if the fetch fails; the next call tries again. */
export function citationData(article: HTMLElement): Promise<CitationData> {
  const loaded = loading.get(article) ?? load(article)
  loading.set(article, loaded)
  loaded.catch(() => loading.delete(article))
  return loaded
}

async function load({ dataset, ownerDocument: root }: HTMLElement): Promise<CitationData> {
  const slug = dataset['text']
  const inside = root.querySelector(`script[data-citing="${slug}"]`)?.textContent
  if (inside) return JSON.parse(inside) as CitationData
  const answer = await fetch(new URL('nachweis.json', root.location.href.replace(/[?#].*/, '')))
  if (!answer.ok) throw new Error(`nachweis.json: ${answer.status}`)
  return (await answer.json()) as CitationData
}
