import type { Nodes } from 'mdast'
import { visit } from 'unist-util-visit'
import type { Edition } from '../edition/model/model.ts'

const mark = /^noch zu schreiben\b/i

/** Pages that begin to say what is “Noch zu schreiben”, as those of a new edition do: one line each. */
export const openEnds = ({ pages }: Pick<Edition, 'pages'>): string[] =>
  pages.flatMap(({ path, summary, tree }) => {
    const lines =
      summary && mark.test(summary.trim()) ? [`${path}: the summary is to be written`] : []
    visit(tree, 'text', ({ value, position }: Nodes & { value: string }) => {
      if (sentences(value).some((sentence) => mark.test(sentence)))
        lines.push(`${path}:${position?.start.line ?? 1}: “Noch zu schreiben”`)
    })
    return lines
  })

const sentences = (words: string): string[] => words.split(/(?<=[.!?])\s+/).map((one) => one.trim())
