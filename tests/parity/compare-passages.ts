import type { Form } from './forms.ts'
import type { Mark, MarkKind, Passage } from './reading.ts'

interface Counted {
  expected: number
  found: number
}

export interface PassageComparison {
  words: Counted
  marks: Record<MarkKind, Counted>
  /** `, word 7: …` or `: …` */
  differences: string[]
}

const kinds: readonly MarkKind[] = ['call', 'gloss', 'work', 'page', 'language', 'formula']
const nouns: Record<MarkKind, string> = {
  call: 'the call of note',
  gloss: 'the gloss of',
  work: 'the reference to',
  page: 'the page break',
  language: 'the language',
  formula: 'the formula',
}

export function comparePassages(form: Form, expected: Passage, found: Passage): PassageComparison {
  const wanted = expected.words.split(' ').filter(Boolean)
  const read = settled(found.words.replace(/[^\S\n]/g, ' '), expected.words.replace(/\s/g, ' '))
    .split(/\s/)
    .filter(Boolean)
  const wrong = wordDifference(wanted, read)
  const differences = wrong ? [wrong.difference] : []
  const marks = Object.fromEntries(
    kinds.map((kind) => {
      const of = (list: readonly Mark[]) => list.filter((mark) => mark.kind === kind)
      const mine = form.without.includes(kind) ? [] : of(expected.marks).filter(shown(form))
      return [kind, compareMarks(kind, mine, of(found.marks), wanted, wrong === null, differences)]
    }),
  ) as Record<MarkKind, Counted>
  return {
    words: { expected: wanted.length, found: wrong?.right ?? wanted.length },
    marks,
    differences,
  }
}

const shown =
  (form: Form) =>
  ({ kind, name }: Mark) =>
    kind !== 'gloss' || form.marksEachGloss || !/-\d+$/.test(name)

/** Words of a PDF: whether there is a space at the end of a line is taken from what is expected. */
function settled(found: string, expected: string): string {
  let words = ''
  for (const letter of found) {
    const next = expected[words.length]
    if (letter !== '\n') words += letter
    else if (!expected.startsWith(words) || next === ' ') words += ' '
  }
  return words
}

function wordDifference(wanted: readonly string[], read: readonly string[]) {
  const at = wanted.findIndex((word, i) => word !== read[i])
  if (at < 0 && read.length === wanted.length) return null
  const right = at < 0 ? wanted.length : at
  const place = `, word ${right + 1}`
  const [word, other] = [wanted[right], read[right]]
  const say = (what: string) => ({ right, difference: `${place}: ${what}` })
  if (word === undefined) return say(`“${other}” is additional`)
  if (other === undefined) return say(`“${word}” is missing, and all behind it`)
  if (wanted[right + 1] === other && read[right + 1] !== word) return say(`“${word}” is missing`)
  if (read[right + 1] === word && wanted[right + 1] !== other)
    return say(`“${other}” is additional`)
  if (wanted[right + 1] === other) return say(`“${word}” has changed places with “${other}”`)
  return say(`“${other}” instead of “${word}”`)
}

/** Names are compared in order; places only where the words are the same. */
function compareMarks(
  kind: MarkKind,
  wanted: readonly Mark[],
  read: readonly Mark[],
  words: readonly string[],
  atWords: boolean,
  differences: string[],
): Counted {
  const noun = (mark: Mark) => `${nouns[kind]} ${mark.name}`
  const rest = [...read]
  let right = 0
  for (const [i, mark] of wanted.entries()) {
    const at = rest.findIndex(({ name }) => name === mark.name)
    if (at < 0) {
      differences.push(`${wordAt(words, mark)}: ${noun(mark)} is missing`)
      continue
    }
    const [same] = rest.splice(at, 1) as [Mark]
    const before = wanted.slice(i + 1).find((later) => later.name === rest[0]?.name)
    if (at > 0 && before) {
      differences.push(`: ${noun(before)} stands before ${noun(mark)}`)
    } else if (
      atWords &&
      (same.at !== mark.at || (kind !== 'work' && same.length !== mark.length))
    ) {
      const place = wordAt(words, same).replace(', ', '')
      differences.push(`${wordAt(words, mark)}: ${noun(mark)} stands at ${place}`)
    } else right += 1
  }
  for (const mark of rest) differences.push(`${wordAt(words, mark)}: ${noun(mark)} is additional`)
  return { expected: wanted.length, found: right }
}

/** The word a mark begins at, or behind which it stands. */
function wordAt(words: readonly string[], { at, length }: Mark): string {
  let letters = 0
  for (const [i, word] of words.entries()) {
    letters += word.length
    if (length > 0 ? letters > at : letters >= at)
      return `, word ${i + 1} “${word}”${length > 0 ? ` (${length} letters)` : ''}`
  }
  return `, behind its ${words.length} words`
}
