import type { Element, ElementContent, Root } from 'hast'
import { isWorkId } from '../../../contract/ids.ts'
import { hashOf } from '../../../kept/keep.ts'
import { byTag, find, findAll, textOf } from '../../hast.ts'

/** What of a page a file takes: the places in one text alone, of a list of works those that are cited. */
export interface Selection {
  text: string
  /** Ids of entries; all if not said. */
  works?: ReadonlySet<string>
}

/** What can be known of a page without parsing it again. */
export interface Outline {
  /** Style sheets of the page. */
  styles: string[]
  /** Addresses that it leads to. */
  links: string[]
  main: Branch
}

/** The hash of an element, or of one that files take in parts: what all of them take, and what some. */
type Branch = string | { hash: string; children: (Owner & { branch: Branch })[] }

/** To what a child belongs: a text, an entry of the list of works, or neither. */
interface Owner {
  text?: string
  work?: string
}

export function outlineOf(tree: Root): Outline {
  const main = find(tree, byTag('main'))
  return {
    styles: findAll(tree, byTag('style')).map(textOf),
    links: findAll(main, byTag('a')).map(({ properties: { href } }) => String(href)),
    main: branchOf(main),
  }
}

/** Without the places in the source, which change with those of other texts. */
function branchOf(node: ElementContent): Branch {
  if (node.type !== 'element') return hashOf(node.type, node.value)
  const hash = hashOf(node.tagName, node.properties)
  const children = node.children.map((child) => ({ ...ownerOf(child), branch: branchOf(child) }))
  const isTakenWhole = children.every(
    ({ text, work, branch }) =>
      text === undefined && work === undefined && typeof branch === 'string',
  )
  return isTakenWhole ? hashOf(hash, children) : { hash, children }
}

function ownerOf(child: ElementContent): Owner {
  const { dataOfText, id } = child.type === 'element' ? child.properties : {}
  if (dataOfText !== undefined) return { text: String(dataOfText) }
  return typeof id === 'string' && isWorkId(id) ? { work: id } : {}
}

const isTaken = ({ text, work }: Owner, selection: Selection): boolean =>
  (text === undefined || text === selection.text) &&
  (work === undefined || selection.works === undefined || selection.works.has(work))

/** Hash of what a file takes of a page. */
export const hashOfSelection = ({ main }: Outline, selection: Selection): string => {
  const hashOfBranch = (branch: Branch): string =>
    typeof branch === 'string'
      ? branch
      : hashOf(
          branch.hash,
          branch.children
            .filter((child) => isTaken(child, selection))
            .map((child) => hashOfBranch(child.branch)),
        )
  return hashOfBranch(main)
}

/** What a file takes of a page: a copy of its main element. */
export function select(tree: Root, selection: Selection): Element {
  const copyOf = ({ position: _, ...node }: ElementContent): ElementContent =>
    node.type === 'element'
      ? {
          ...node,
          properties: { ...node.properties },
          children: node.children.filter((child) => isTaken(ownerOf(child), selection)).map(copyOf),
        }
      : node
  return copyOf(find(tree, byTag('main'))) as Element
}
