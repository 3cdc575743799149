/** Citations of Zotero and Mendeley: CSL-JSON in a field, a bookmark or a control. */
import type { Work } from '../../imported-text.ts'
import { list, object, text, type CitedItem, type Read } from './citation.ts'

/** Reads the code of a field, such as `ADDIN ZOTERO_ITEM CSL_CITATION {…}`, or the name of a reference mark. */
export function readCslCode(code: string): Read {
  const start = code.indexOf('{')
  const name = (start < 0 ? code : code.slice(0, start)).trim().replace(/^ADDIN\s+/i, '')
  if (/^(?:ZOTERO_BIBL|CSL_BIBLIOGRAPHY|Mendeley Bibliography)/i.test(name))
    return { kind: 'bibliography', program: /^ZOTERO/i.test(name) ? 'Zotero' : 'Mendeley' }
  if (!/CSL_CITATION/i.test(name) && !/^ZOTERO_ITEM/i.test(name)) return null
  const program = /^ZOTERO/i.test(name) ? 'Zotero' : 'Mendeley'
  return start < 0 ? { kind: 'unreadable', program } : readCslJson(code.slice(start), program)
}

const mendeleyTag = /^MENDELEY_(CITATION|BIBLIOGRAPHY)(?:_v\d+)?_?/i

/** Reads the tag of a control of Mendeley Cite, `MENDELEY_CITATION_v3_` and base64. */
export function readMendeleyTag(tag: string): Read {
  const [name = '', kind] = mendeleyTag.exec(tag) ?? []
  if (kind === undefined) return null
  if (/bibliography/i.test(kind)) return { kind: 'bibliography', program: 'Mendeley' }
  const json = Buffer.from(tag.slice(name.length), 'base64').toString('utf8')
  return readCslJson(json, 'Mendeley')
}

function readCslJson(source: string, program: string): Read {
  const json = parsed(objectAt(source))
  const items = list(object(json)['citationItems']).map((item) => itemOf(object(item)))
  if (items.length === 0) return { kind: 'unreadable', program }
  return { kind: 'citation', citation: { program, items } }
}

function itemOf(item: Record<string, unknown>): CitedItem {
  const data = object(item['itemData'])
  const [uri] = [...list(item['uris']), ...list(item['uri'])]
  const known =
    text(data['title']) !== '' || list(data['author']).length > 0 || text(data['type']) !== ''
  return {
    work: known
      ? ({ ...data, id: text(data['id']), type: text(data['type']) || 'document' } as Work)
      : null,
    address: text(uri) || null,
    locator: text(item['locator']),
    prefix: text(item['prefix']),
    suffix: text(item['suffix']),
  }
}

/** The object that begins a text; other programs write something behind it. */
function objectAt(source: string): string {
  let depth = 0
  let inString = false
  for (let at = 0; at < source.length; at += 1) {
    const character = source[at]
    if (inString) {
      if (character === '\\') at += 1
      else if (character === '"') inString = false
    } else if (character === '"') inString = true
    else if (character === '{') depth += 1
    else if (character === '}' && (depth -= 1) === 0) return source.slice(0, at + 1)
  }
  return source
}

function parsed(source: string): unknown {
  try {
    return JSON.parse(source)
  } catch {
    return null
  }
}
