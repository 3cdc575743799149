import type { Nodes } from 'mdast'
import { visit } from 'unist-util-visit'
import type { CitedWork, Term, Text } from '../../edition/model/model.ts'

export interface Known {
  terms: ReadonlyMap<string, Term>
  /** By their keys. */
  works: ReadonlyMap<string, CitedWork>
}

/** The terms and works whose words stand on the page of a text, without their places in other texts. */
export function usedBy(text: Text, known: Known): { terms: Term[]; works: CitedWork[] } {
  const used = new Set<Term>()
  const add = (nodes: readonly Nodes[]) => {
    for (const node of nodes)
      visit(node, 'glossRef', ({ term: slug }) => {
        const term = known.terms.get(slug)
        if (!term || used.has(term)) return
        used.add(term)
        add(term.glossContent)
      })
  }
  add([text.tree])
  const repeated = new Set(text.notes.flatMap(({ repeatedWorks }) => repeatedWorks))
  return {
    terms: [...used].map((term) => ({ ...term, occurrences: [] })),
    works: [...repeated].map((key) => ({ ...known.works.get(key)!, citedIn: [], terms: [] })),
  }
}
