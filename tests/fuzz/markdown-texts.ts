import { globSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fixtures, smallEdition } from '../fixture-edition.ts'
import type { Lottery } from '../unit/importer/random.ts'
import { mutate } from './mutate.ts'

const pieces = [
  ...[
    '*',
    '**',
    '***',
    '_',
    '__',
    '*kursiv*',
    '**fett**',
    '\\*',
    '*innen',
    'Leser*innen',
    '`',
    '``',
  ],
  ...['```\n', '~~~\n', '    ', '\t', '\n', '\n\n', '  \n', '\\\n', '\r\n', '\r', '---\n', '===\n'],
  ...[
    '# ',
    '\n# Kopf\n',
    '\n## Kopf\n\n',
    '\n### Kopf\n\n',
    '\n#### Kopf\n\n',
    '> ',
    '\n> ',
    '>> ',
  ],
  ...[
    '- ',
    '\n- ',
    '* ',
    '\n1. ',
    '\n30. ',
    '\n1) ',
    '\n\n| a | b |\n|---|---|\n| 1 | 2 |\n\n',
    '|',
  ],
  ...['[^1]', '[^2]', '[^9]', '[^stern]', '[^1]:', '\n[^3]: Neu.\n', '\n[^1]: ', '[^', '[^%]', '^'],
  ...[
    '[@weber-2001, 12]',
    '[@weber-2001]',
    '[@nirgends]',
    '[@',
    '@weber-2001',
    '[siehe @weber-2001]',
  ],
  ...['[Takt](term:takt)', '[Takt](term:-)', '[x](term:nirgends)', '[](term:takt)', '(term:takt)'],
  ...[
    '[Weber](work:weber-2001)',
    '[x](work:constructor)',
    '[](work:)',
    '[x](lang:en)',
    '[x](lang:)',
  ],
  ...[
    '[](page:3)',
    '[](page:4)',
    '[](page:)',
    '[x](page:3)',
    '[](abs:2)',
    '[](abs:new)',
    '[](abs:x)',
  ],
  ...['[x](https://a.example)', '<https://a.example>', 'www.a.example', 'javascript:alert(1)'],
  ...[
    '[x](javascript:a)',
    '[x](#das-pendel)',
    '[x](/texte/uhren/)',
    '[x](../..)',
    '[x](//a)',
    '[x]',
  ],
  ...[
    '![Bild](/bilder/a.png)',
    "![Bild](/bilder/a.png 'Titel')",
    '![](x)',
    '![',
    '](',
    ')',
    '(',
    ']',
  ],
  ...[
    '<sub>2</sub>',
    '<sup>',
    '</sup>',
    '<sc>Meier</sc>',
    '<sc>',
    '<br>',
    '<!-- a -->',
    '<i>',
    '<',
    '>',
  ],
  ...['&amp;', '&#0;', '&#x202e;', '&nbsp;', '&', '\u0000', '\u001b', '\u202e', '\u200b', '\u00ad'],
  ...[
    '\u2028',
    '\ud800',
    '😀',
    'u\u0308',
    '\ufeff',
    '$x^2$',
    '$&',
    '__proto__',
    'constructor',
    '\\',
  ],
  ...[
    '[x]: https://a.example\n',
    '\n[x]: y "z"\n',
    '~~a~~',
    '~',
    ':',
    '::',
    '{a}',
    '%',
    '§ 7',
    '1.0',
  ],
]

const frame = smallEdition()
const path = 'content/texts/uhren.md'
const head = /^---\n[^]*?\n---\n/.exec(frame[path]!)![0]
const own = frame[path]!.slice(head.length)

/** Every markup case of the fixtures: bodies without frontmatter. */
const bodies = globSync('texts/*/input.md', { cwd: fixtures })
  .sort()
  .map((name) => readFileSync(join(fixtures, name), 'utf8').replace(/^---\n[^]*?\n---\n/, ''))

/** A text by lot: of its body up to three bodies of the fixtures, changed as a whole; now and then its frontmatter too. */
export function markdownText(lottery: Lottery): string {
  const parts = Array.from({ length: lottery.between(0, 3) }, () => lottery.oneOf(bodies))
  const body = lottery.chance(0.5) ? [own, ...parts].join('\n\n') : parts.join('\n\n') || own
  const front = lottery.chance(0.2) ? mutate(head, pieces, lottery) : head
  return `${front}${mutate(body, pieces, lottery)}`
}

/** The small edition with one text by lot. */
export const markdownTexts = (lottery: Lottery): Record<string, string> => ({
  ...frame,
  [path]: markdownText(lottery),
})
