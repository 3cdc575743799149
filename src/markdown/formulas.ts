import type { Parents } from 'mdast'
import type { CompileContext, Extension, Token } from 'mdast-util-from-markdown'
import type { Handle } from 'mdast-util-to-markdown'
import type { Formula } from './nodes.ts'
import { readTex } from './tex.ts'

/** Makes nodes of formulas; a block of its own is a paragraph with nothing else. */
export const formulasFromMarkdown: Extension = {
  enter: { formula: enter, formulaBlock: enter, formulaData: enterData },
  exit: {
    formula: exit,
    formulaBlock: exit,
    formulaData(token) {
      this.config.exit['data']!.call(this, token)
    },
  },
}

function enter(this: CompileContext, token: Token): undefined {
  if (token.type === 'formulaBlock') this.enter({ type: 'paragraph', children: [] }, token)
  this.enter({ type: 'formula', value: '', display: true, mathml: null, fault: null }, token)
  this.buffer()
}

function enterData(this: CompileContext, token: Token): undefined {
  this.config.enter['data']!.call(this, token)
}

function exit(this: CompileContext, token: Token): undefined {
  const value = this.resume().trim()
  const node = this.stack.at(-1) as Formula
  const display = token.type === 'formulaBlock' || this.sliceSerialize(token).startsWith('$$')
  Object.assign(node, { value, display }, readTex(value, display))
  this.exit(token)
  if (token.type === 'formulaBlock') this.exit(token)
}

/** Writes a formula; one of several lines, alone in its paragraph, has its dollars on lines of their own. */
export const formulaToMarkdown: Handle = Object.assign(
  ({ value, display }: Formula, parent: Parents | undefined) => {
    if (!display) return `$${value}$`
    const isAlone = parent?.type === 'paragraph' && parent.children.length === 1
    return isAlone && value.includes('\n') ? `$$\n${value}\n$$` : `$$${value}$$`
  },
  { peek: () => '$' },
)
