import type { Block, Passage } from '../../imported-text.ts'

/** Headings without marks on all of their words: italics or bold type of a whole heading is its form. */
export const plainHeadings = (blocks: readonly Block[]): Block[] =>
  blocks.map((block) =>
    block.kind === 'heading' ? { ...block, content: withoutWholeMarks(block.content) } : block,
  )

const withoutWholeMarks = (passage: Passage): Passage => ({
  ...passage,
  marks: passage.marks.filter(
    ({ kind, from, to }) =>
      !(/^(?:emphasis|strong|small-caps)$/.test(kind) && from === 0 && to === passage.text.length),
  ),
})
