import type { Remark } from '../../imported-text.ts'
import type { ImportPosition } from '../../import-position.ts'
import { jointOf, vocabularyOf } from '../divided-words.ts'
import type { XmlElement, XmlNode, XmlText } from '../xml.ts'

/** Signs with which transcriptions keep the hyphen of a line end. */
const hyphen = /[-¬⸗\u00AD‐]$/u

/** Elements whose words are not part of the line around them. */
const apart = new Set(['note', 'fw', 'figDesc', 'teiHeader'])

/**
 * Joins the words around the line breaks of the print: `lb`, with or without `break="no"`, and line ends of the file
 * behind a hyphen. Changes the text nodes in place; the breaks themselves are read as white space afterwards.
 */
export function joinLines(
  root: XmlElement,
  at: (node: XmlNode) => ImportPosition,
  remarks: Remark[],
): void {
  const runs = runsOf(root)
  const lines = runs.map((run) =>
    run.map((node) => (node.kind === 'text' ? node.value : '\n')).join(''),
  )
  const vocabulary = vocabularyOf(lines.join('\n'))
  for (const run of runs) {
    let before: XmlText | null = null
    let isBroken = false
    let isDivided = false
    for (const node of run) {
      if (node.kind === 'element') {
        isBroken = true
        isDivided ||= divides(node)
        continue
      }
      joinInside(node, vocabulary, at, remarks)
      if (node.value.trim() === '') {
        // Indentation between a break and the next word.
        if (isBroken && before && (isDivided || hyphen.test(before.value.trimEnd())))
          node.value = ''
        else if (!isBroken) before = node
        continue
      }
      if (before && isBroken) join(before, node, isDivided)
      before = node
      isBroken = false
      isDivided = false
    }
  }

  function join(before: XmlText, after: XmlText, isDivided: boolean): void {
    const [first, second] = [before.value.trimEnd(), after.value.trimStart()]
    const isTouching = first === before.value && second === after.value
    if (isDivided && (isTouching || hyphen.test(first)) && /^\p{L}/u.test(second)) {
      before.value = first.replace(hyphen, '')
      after.value = second
      return
    }
    if (!hyphen.test(first)) {
      if (isTouching && !isDivided) after.value = ` ${after.value}`
      return
    }
    const joint = jointOf(
      first.replace(hyphen, (sign) => (sign === '-' ? '-' : '¬')),
      second,
      vocabulary,
    )
    before.value = joint.dropped ? first.replace(hyphen, '') : first
    after.value = joint.space ? ` ${second}` : second
    if (joint.remark) remarks.push({ topic: 'hyphens', at: at(after), ...joint.remark })
  }
}

/** Line ends of the file inside a text, behind a hyphen. */
function joinInside(
  node: XmlText,
  vocabulary: ReturnType<typeof vocabularyOf>,
  at: (node: XmlNode) => ImportPosition,
  remarks: Remark[],
): void {
  if (!/[-¬⸗\u00AD]\s*\n/u.test(node.value)) return
  const lines = node.value.split(/\s*\n\s*/)
  node.value = lines.reduce((whole, line) => {
    if (!/\p{L}[-¬⸗\u00AD]$/u.test(whole)) return `${whole}\n${line}`
    const joint = jointOf(whole.replace(/[¬⸗\u00AD]$/u, '¬'), line, vocabulary)
    if (joint.remark) remarks.push({ topic: 'hyphens', at: at(node), ...joint.remark })
    return `${joint.dropped ? whole.slice(0, -1) : whole}${joint.space ? '\n' : ''}${line}`
  })
}

/** Whether a word goes on behind a break. */
export const divides = ({ name, attributes }: XmlElement): boolean =>
  name === 'lb' &&
  (attributes['break'] === 'no' ||
    /hyphen/.test(`${attributes['rendition']} ${attributes['rend']}`))

/** The texts of each flow with the breaks between them, in order: the text itself, and every note apart. */
function runsOf(root: XmlElement): (XmlText | XmlElement)[][] {
  const runs: (XmlText | XmlElement)[][] = []
  const starts = [root]
  for (let start; (start = starts.pop());) {
    const run: (XmlText | XmlElement)[] = []
    const rest: XmlNode[] = start.children.toReversed()
    for (let node; (node = rest.pop());) {
      if (node.kind === 'text') run.push(node)
      else if (/^(?:lb|pb|cb)$/.test(node.name)) run.push(node)
      else if (apart.has(node.name)) starts.push(node)
      else for (let i = node.children.length - 1; i >= 0; i -= 1) rest.push(node.children[i]!)
    }
    runs.push(run)
  }
  return runs
}
