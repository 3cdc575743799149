import { deepest, tooDeep, type Fault } from './yaml-signs.ts'

/** Good JSON, or where it is none. */
export type Json = { value: unknown; fault: null } | { value: null; fault: Fault }

/** JSON by the standard; fields that stand twice, of which one would be lost, and nesting without end are faults too. */
export function readJson(source: string): Json {
  let value: unknown
  try {
    value = JSON.parse(source)
  } catch (error) {
    const what = `${saying(error)}; this is no JSON`
    return { value: null, fault: { offset: offsetIn(source, error), what } }
  }
  const fault = faultInGoodJson(source)
  return fault ? { value: null, fault } : { value, fault: null }
}

const tokens = /\s+|"(?:[^"\\]|\\.)*"|[{}[\],:]|[^\s"{}[\],:]+/gy

/** Goes through a source that JSON.parse takes. */
function faultInGoodJson(source: string): Fault | null {
  const open: (Set<string> | null)[] = []
  let name: { offset: number; words: string } | null = null
  for (const { 0: token, index: offset } of source.matchAll(tokens)) {
    if (token === '{' || token === '[') {
      if (open.push(token === '{' ? new Set() : null) > deepest) return { offset, what: tooDeep }
    } else if (token === '}' || token === ']') open.pop()
    else if (token.startsWith('"')) name = { offset, words: token }
    else if (token === ':' && name) {
      const known = open.at(-1)!
      const word = JSON.parse(name.words) as string
      if (known?.has(word)) return { offset: name.offset, what: `“${word}” stands there twice` }
      known?.add(word)
    }
  }
  return null
}

const saying = (error: unknown): string =>
  String((error as Error).message).replace(
    /(?:, "| in JSON| is not valid JSON| after JSON).*$/s,
    '',
  )

/** Where JSON.parse stopped. It does not always say so: then where no token begins, or a comma is left over. */
function offsetIn(source: string, error: unknown): number {
  const [, said] = /at position (\d+)/.exec(String((error as Error).message)) ?? []
  if (said) return Number(said)
  let before = { token: '', offset: 0 }
  for (const { 0: token, index: offset } of source.matchAll(tokens)) {
    if (/^\s/.test(token)) continue
    const isWord = !/^["{}[\],:]/.test(token)
    if (isWord && !/^(?:true|false|null|-?\d[\d.eE+-]*)$/.test(token)) return offset
    if (before.token === ',' && /^[\]},]/.test(token)) return before.offset
    before = { token, offset }
  }
  return before.offset
}
