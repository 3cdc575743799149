import type { Root } from 'mdast'
import type { LinkedParts } from '../model/parts.ts'
import type { Term } from '../model/model.ts'

/** Everything an editor writes as running text: texts, articles and glosses of entries, pages. */
export const treesIn = ({ texts, terms, pages }: LinkedParts): { path: string; tree: Root }[] => [
  ...texts,
  ...terms.flatMap((term) => [
    { path: term.path, tree: term.article },
    { path: term.path, tree: glossTree(term) },
  ]),
  ...pages,
]

export const glossTree = ({ glossContent }: Pick<Term, 'glossContent'>): Root => ({
  type: 'root',
  children: [{ type: 'paragraph', children: glossContent }],
})
