import { starLabel, starName } from '../../contract/ids.ts'
import type { FootnoteDefinition, FootnoteReference, Root, Text } from 'mdast'
import { SKIP, visit } from 'unist-util-visit'
import { isEscaped } from '../../markdown/escapes.ts'
import { problem, type Problem } from '../../problems/content-problems.ts'
import { positionIn, positionOf } from '../../problems/source-position.ts'

export interface FoundNotes {
  /** In the order of their first call. */
  notes: { node: FootnoteDefinition; label: string; calls: FootnoteReference[] }[]
  problems: Problem[]
}

/** A call without a note, which GFM leaves as text. */
const danglingCall = /\[\^([^\]\s]+)\]/g
export const danglingCalls = (node: Text) =>
  [...node.value.matchAll(danglingCall)].filter(({ index }) => !isEscaped(node, index))

/** Finds notes and their calls, numbers notes by their first call, reports calls without note and the reverse. */
export function readNotes(tree: Root, path: string): FoundNotes {
  const problems: Problem[] = []
  const written = new Map<string, FootnoteDefinition>()
  visit(tree, 'footnoteDefinition', (node) => {
    if (written.has(node.identifier))
      problems.push(
        problem(positionOf(path, node), 'duplicate-note', node.label ?? node.identifier),
      )
    else written.set(node.identifier, node)
  })
  const calls = new Map<string, FootnoteReference[]>()
  visit(tree, (node) => {
    if (node.type === 'footnoteReference')
      calls.set(node.identifier, [...(calls.get(node.identifier) ?? []), node])
    if (node.type === 'text')
      for (const match of danglingCalls(node))
        problems.push(problem(positionIn(path, node, match.index), 'call-without-note', match[1]!))
    return node.type === 'inlineCode' || node.type === 'code' ? SKIP : undefined
  })
  for (const [identifier, node] of written)
    if (!calls.has(identifier))
      problems.push(problem(positionOf(path, node), 'note-without-call', node.label ?? identifier))
  const wrong = [...callsInside(tree, 'footnoteDefinition'), ...callsInside(tree, 'link')]
  wrong.push(...callsInside(tree, 'glossRef'), ...callsInside(tree, 'workRef'))
  for (const call of new Set(wrong))
    problems.push(problem(positionOf(path, call), 'misplaced-note', call.label ?? call.identifier))
  let number = 0
  const notes = [...calls].map(([identifier, called]) => ({
    node: written.get(identifier)!,
    label: identifier === starName ? starLabel : String(++number),
    calls: called,
  }))
  return { notes, problems }
}

function callsInside(tree: Root, kind: 'footnoteDefinition' | 'link' | 'glossRef' | 'workRef') {
  const calls: FootnoteReference[] = []
  visit(tree, kind, (node) => visit(node, 'footnoteReference', (call) => void calls.push(call)))
  return calls
}
