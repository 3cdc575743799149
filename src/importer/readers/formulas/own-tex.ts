/** Commands whose argument may be words. */
const worded =
  /\\(?:text\w*|mbox|hbox|operatorname\*?|math(?:rm|it|bf|sf|tt)|begin|end|tag|label|color)\s*\{[^{}]*\}(?:\{[lcr|\s]*\})?|\\[A-Za-z]+/g

/**
 * TeX as the edition writes it: one line, without dollars around it, no bar that divides tables. Letters that stand
 * together are words, or letters each for itself.
 */
export function ownTex(source: string, letters: 'words' | 'letters'): string {
  const marked = letters === 'words' ? wordsMarked : lettersApart
  const inner = withoutStyle(
    source
      .replace(/(?<!\\)%[^\n]*(?:\n|$)/g, ' ')
      .replace(/\s+/g, ' ')
      .trim()
      .replace(/^(?:\\\((.*)\\\)|\\\[(.*)\\\]|\$\$(.*)\$\$|\$(.*)\$)$/s, '$1$2$3$4')
      .trim(),
  )
  const lines = inner.replace(/(?:\\\\\s*)+$/, '').replace(/\s+$/, '')
  let tex = ''
  let from = 0
  for (const { 0: command, index } of lines.matchAll(worded)) {
    tex += marked(lines.slice(from, index)) + command
    from = index + command.length
  }
  tex += marked(lines.slice(from))
  const safe = tex
    .replace(/\\\|/g, '\\Vert ')
    .replace(/(?<!\{[lcr|\s]*|\\)\|(?![lcr|\s]*\})/g, '\\vert ')
    .replace(/\\(vert|Vert) (?=[^A-Za-z]|$)/g, '\\$1')
  return /^[\p{L}\p{N}\p{Sm}\\([{|-]/u.test(safe) || safe === '' ? safe : `{}${safe}`
}

/** Of `{\displaystyle x}` the `x`. */
function withoutStyle(tex: string): string {
  const [, inner] = /^\{\\(?:display|text)style\s*(.*)\}$/s.exec(tex) ?? []
  return inner !== undefined && isBalanced(inner) ? inner.trim() : tex
}

function isBalanced(tex: string): boolean {
  let depth = 0
  for (const [sign] of tex.matchAll(/\\.|[{}]/g)) {
    if (sign === '{') depth += 1
    if (sign === '}' && --depth < 0) return false
  }
  return depth === 0
}

/** Words that would be set as products of letters. */
const wordsMarked = (tex: string): string =>
  tex
    .replace(/\p{L}*[äöüßÄÖÜ]\p{L}*/gu, '\\text{$&}')
    .replace(/(?<![\p{L}\\])[A-Za-z]{4,}(?!\p{L})/gu, '\\mathit{$&}')

/** Products of letters that would be read as words. */
const lettersApart = (tex: string): string =>
  tex.replace(/(?<![A-Za-z\\])[A-Za-z]{4,}|[A-Za-z]{2,}(?: [A-Za-z]{2,})+/g, (run) =>
    [...run.replaceAll(' ', '')].join(' '),
  )
