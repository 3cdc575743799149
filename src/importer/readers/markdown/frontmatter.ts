import { parse } from 'yaml'
import { object } from '../citations/citation.ts'
import { namesIn } from '../person-names.ts'

export interface Frontmatter {
  data: Record<string, unknown>
  title: string | null
  subtitle: string | null
  authors: string[]
  language: string | null
  /** Null: it cannot be read, and the text begins with it. */
  rest: string
  fault: string | null
}

/** Takes the frontmatter (YAML, or lines with %) off a source; its lines stay empty. */
export function takeFrontmatter(source: string): Frontmatter {
  const none = { data: {}, title: null, subtitle: null, authors: [], language: null, fault: null }
  const [yaml, inner] =
    /^\uFEFF?---[ \t]*\r?\n([\s\S]*?)\r?\n(?:---|\.\.\.)[ \t]*(?:\r?\n|$)/.exec(source) ?? []
  if (yaml !== undefined && inner !== undefined) {
    const rest = blank(yaml) + source.slice(yaml.length)
    try {
      const data = object(parse(inner))
      return {
        data,
        title: textOf(data.title),
        subtitle: textOf(data.subtitle),
        authors: authorsOf(data.author ?? data.authors),
        language: textOf(data.lang ?? data.language),
        rest,
        fault: null,
      }
    } catch (error) {
      return { ...none, rest, fault: (error as Error).message.split('\n')[0]! }
    }
  }
  const [lines] = /^\uFEFF?(?:%[^\n]*\n(?:[ \t]+\S[^\n]*\n)*){1,3}/.exec(source) ?? []
  if (lines === undefined) return { ...none, rest: source }
  const [title, authors] = lines
    .split(/^%/m)
    .slice(1)
    .map((part) => part.trim())
  return {
    ...none,
    data: {},
    title: title ? title.replace(/\s+/g, ' ') : null,
    authors: (authors ?? '').split(/;|\n/).flatMap(namesIn),
    rest: blank(lines) + source.slice(lines.length),
  }
}

const blank = (text: string): string => text.replace(/[^\n]/g, '')

/** Text of a field, also of the parts of one: `{main: …}`. */
function textOf(value: unknown): string | null {
  if (typeof value === 'string') return value.replace(/\s+/g, ' ').trim() || null
  return typeof value === 'number' ? String(value) : null
}

function authorsOf(value: unknown): string[] {
  return [value].flat().flatMap((one): string[] => {
    if (typeof one === 'string') return namesIn(one)
    const { name, given, family, literal } = object(one)
    if (typeof name === 'string') return namesIn(name)
    if (typeof family === 'string') return [[given, family].filter(Boolean).join(' ')]
    return typeof literal === 'string' ? [literal] : typeof name === 'object' ? authorsOf(name) : []
  })
}
