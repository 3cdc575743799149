import { canInflate, checksum, deflate, fromBase64, inflate, toBase64 } from './encoding.ts'
import { pack, unpack, type Missing } from './fields.ts'
import { isNumber, isSlug, limits, type Assignment, type Head } from './model.ts'

/**
 * An assignment as the fragment of a link: `#aufgabe=1.<slug>.<from>-<to>.<title>.<sum>.<body>.<sum>`.
 *
 * A fragment, because browsers send it to no server and into no log, and because it works from a disk. In-page
 * links replace it: the tab then remembers the assignment (`tab.ts`). Sessions are public: `?sitzung=<slug>` does.
 * The head is not packed and has a sum of its own: it survives a cut link. Every later version keeps its shape.
 * Title and body are base64, the body behind a letter: `d` deflated, `p` plain. Sums are over all that stands before.
 */
export const fragment = '#aufgabe='
const version = 1
/** Bytes of a body as long as the form allows: six for a character that JSON escapes. */
const most = (limits.questions + 3) * limits.long * 6 + 20_000

export type Problem = 'damaged' | 'incomplete' | 'newer' | 'unsupported' | 'oversized' | 'partly'

export type Opened =
  | { problem: null; assignment: Assignment }
  | { problem: 'partly'; assignment: Assignment; missing: Missing[] }
  | {
      problem: Exclude<Problem, 'partly'>
      /** What is certain; null where the head itself is hurt. */
      head: Head | null
      /** The title as far as it can be read, whatever it is worth. */
      title: string
    }

export async function encodeAssignment(assignment: Assignment): Promise<string> {
  const { text, from, to, title, ...body } = assignment
  const sum = (words: string) => `${words}.${checksum(words)}`
  const head = sum(`${version}.${text}.${from}-${to}.${toBase64(utf8(title))}`)
  const plain = utf8(pack(body))
  const short = await deflate(plain)
  const packed =
    short && short.length < plain.length ? `d${toBase64(short)}` : `p${toBase64(plain)}`
  return sum(`${head}.${packed}`)
}

/**
 * @param given what stands behind `#aufgabe=`; never throws, whatever it is. Signs behind the last letter are of
 * the sentence in which the link stood.
 */
export async function openAssignment(given: string): Promise<Opened> {
  const code = given.replace(/[^\w-]+$/, '')
  const [first = '', slug = '', range = '', packedTitle = '', headSum, body, sum, ...rest] =
    code.split('.')
  const wholeTitle = words(fromBase64(packedTitle))
  const title = wholeTitle.slice(0, limits.title)
  const head =
    headSum === checksum([first, slug, range, packedTitle].join('.'))
      ? readHead(slug, range, title)
      : null
  const legible = title.replaceAll('\ufffd', '')
  const fail = (problem: Exclude<Problem, 'partly'>): Opened => ({ problem, head, title: legible })
  if (head && Number(first) > version) return fail('newer')
  if (sum === undefined || (rest.length === 0 && sum.length < 6)) return fail('incomplete')
  const before = code.slice(0, code.lastIndexOf('.'))
  if (!head || rest.length > 0 || sum !== checksum(before)) return fail('damaged')
  if (body?.startsWith('d') && !canInflate()) return fail('unsupported')
  const bytes = await unpackBody(body ?? '')
  if (bytes === 'more') return fail('oversized')
  const found = unpack(words(bytes))
  if (!found) return fail('damaged')
  const assignment = { ...head, ...found.body }
  const missing: Missing[] = [...(wholeTitle === title ? [] : ['title' as const]), ...found.missing]
  return missing.length === 0
    ? { problem: null, assignment }
    : { problem: 'partly', assignment, missing }
}

function readHead(text: string, range: string, title: string): Head | null {
  const [from = '', to = '', more] = range.split('-')
  if (!isSlug(text) || !isNumber(from) || !isNumber(to) || more !== undefined) return null
  return { text, from, to, title }
}

async function unpackBody(body: string): Promise<Uint8Array | 'more' | null> {
  const bytes = fromBase64(body.slice(1))
  if (!bytes || body[0] === 'p') return bytes
  return body[0] === 'd' ? inflate(bytes, most) : null
}

const utf8 = (text: string): Uint8Array<ArrayBuffer> => new TextEncoder().encode(text)
const words = (bytes: Uint8Array | null): string => (bytes ? new TextDecoder().decode(bytes) : '')
