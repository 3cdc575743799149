import { smallEdition } from '../fixture-edition.ts'
import type { Lottery } from '../unit/importer/random.ts'
import { mutate } from './mutate.ts'

const pieces = [
  ...['*', '*a*', '&a ', '&a', '!', '!!map ', '#', ' # ', '%', '@', '`', '|', '>-\n  ', '"', "'"],
  ...[': ', ':', '- ', '? ', ', ', '[', ']', '{', '}', '[[', '{{', '---\n', '...\n', '\n', '\n  '],
  ...['\t', '\r\n', '\u0000', '\u0007', '\u001b', '\u0085', '\u00a0', '\u00ad', '\u200b', '\u2028'],
  ...['\u202e', '\u2066', '\ufeff', '\ufffd', '\ue000', '\ud83d', '😀', 'u\u0308', 'ſ', 'İ', 'ß'],
  ...[
    '\\',
    '\\n',
    '\\x1b',
    '\\u202e',
    '\\ud800',
    'null',
    '~',
    'true',
    'NaN',
    '.inf',
    '0x1F',
    '1e9',
  ],
  ...['1.10', '-1', '007', '2026-02-30', '99999999999999999999', '0', '<<: *a', '__proto__'],
  ...['constructor', 'toString', 'hasOwnProperty', 'valueOf', '__proto__: {a: 1}', '"__proto__":'],
  ...['abs-1', 'abs-9', 'abs-2', 'das-pendel', 'uhren', 'takt', 'pendel', 'weber-2001', 'index'],
  ...['title: ', 'rights: ', 'optional: true', 'passages: []', 'texts: [nirgends]', 'forms: ['],
  ...['printed: weber-2001', 'printed: nirgends', 'author: [A, B]', 'language: qq', 'unknown'],
  ...['javascript:alert(1)', 'https://[', '<script>', '&amp;', '&#0;', '&#x202e;', '[^1]', '$&'],
  ...['"issued": {"date-parts": [[2011, 13, 45]]},', '"type": "constructor",', '"author": [{}],'],
  ...['"title": "",', '"volume": 1e400,', '"page": "7--9",', '"URL": "x",', '"language": "zz",'],
  ...['Institut für Sache und Ding', 'Beispiel, Karl', 'Karl,', ', ', 'von', 'u. a.', 'A und B'],
]

const small = smallEdition()
const paths = Object.keys(small)

/** The small edition with one or two of its files changed: of Markdown files mostly the frontmatter. */
export function dataFiles(lottery: Lottery): Record<string, string> {
  const changed: Record<string, string> = {}
  for (let left = lottery.between(1, 2); left > 0; left--) {
    const path = lottery.oneOf(paths)
    const source = changed[path] ?? small[path]!
    const [head = ''] = (lottery.chance(0.8) && /^---\n[^]*?\n---\n/.exec(source)) || [source]
    changed[path] = mutate(head, pieces, lottery) + source.slice(head.length)
  }
  return { ...small, ...changed }
}
