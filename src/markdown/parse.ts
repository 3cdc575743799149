import type { Root } from 'mdast'
import remarkFrontmatter from 'remark-frontmatter'
import remarkGfm from 'remark-gfm'
import remarkParse from 'remark-parse'
import { unified, type Processor } from 'unified'
import { boxesFromMarkdown, readBoxes } from './boxes.ts'
import { readCaptions } from './captions.ts'
import { formulasFromMarkdown } from './formulas.ts'
import { boxSyntax } from './micromark-box.ts'
import { formulaSyntax } from './micromark-formula.ts'
import { genderStarSyntax } from './micromark-gender-star.ts'
import { rememberEscapes } from './escapes.ts'
import { placeNodes } from './positions.ts'
import { readStyled } from './styled.ts'
import { readVerse } from './verse.ts'

/** Brackets at the start of a list item are text, not a checkbox. */
const noTaskLists = { disable: { null: ['tasklistCheck'] } }

/** Adds the gender star, formulas, boxes and the tags of styled words to the parser, removes task lists. */
function remarkGermanProse(this: Processor) {
  const data = this.data()
  data.micromarkExtensions = [
    ...(data.micromarkExtensions ?? []),
    ...[genderStarSyntax, formulaSyntax, boxSyntax, noTaskLists],
  ]
  data.fromMarkdownExtensions = [
    ...(data.fromMarkdownExtensions ?? []),
    ...[formulasFromMarkdown, boxesFromMarkdown, { transforms: [readStyled] }],
  ]
}

const processor = unified()
  .use(remarkParse)
  .use(remarkFrontmatter)
  // ~single tildes~ are text.
  .use(remarkGfm, { singleTilde: false })
  .use(remarkGermanProse)
  .freeze()

/** Parses Markdown with frontmatter; positions are lines of the file. */
export function parseMarkdown(source: string): Root {
  const tree = processor.parse(source)
  placeNodes(tree, source)
  rememberEscapes(tree, source)
  readVerse(tree, source)
  readCaptions(tree, source)
  readBoxes(tree)
  return tree
}
