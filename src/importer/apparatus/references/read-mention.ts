import { clausesOf, type Clause } from './clauses.ts'
import { readNames, signalLength, type Names } from './names.ts'
import { readReference, type Reference } from './read-reference.ts'

/** A reference in a note before its work is determined; `from` and `to` are indices in the note. */
export type Mention = { from: number; to: number } & (
  | { kind: 'full'; names: Names; reference: Reference }
  | { kind: 'short'; names: Names; title: string }
  | { kind: 'ibid' }
  /** „ders.: Title“; `reference` if it is a full reference. */
  | { kind: 'idem'; word: string; title: string; reference: Reference | null }
  /** Words that look like a reference but cannot be parsed. */
  | { kind: 'unread' }
  | { kind: 'prose' }
)

/**
 * The mentions in a paragraph of a note. A generator, so that `isTitle`, which distinguishes short titles from
 * sentences, can already take the previous mentions into account.
 */
export function* readMentions(
  text: string,
  isTitle: (names: Names, title: string) => boolean,
): Generator<Mention> {
  const clauses = clausesOf(text)
  for (let i = 0; i < clauses.length;) {
    const { mention, used } = readAt(text, clauses, i, isTitle)
    yield mention
    i += used
  }
}

/**
 * A full reference may have several sentences („Title. Subtitle, …“): takes the shortest run of clauses that can be
 * parsed. A short title is a single clause; unless a locator follows it, longer runs are tried as full references first.
 */
function readAt(
  text: string,
  clauses: readonly Clause[],
  index: number,
  isTitle: (names: Names, title: string) => boolean,
): { mention: Mention; used: number } {
  const { from, to } = clauses[index]!
  const own = text.slice(from, to)
  const backward = readBackward(own, from)
  if (backward) return { mention: backward, used: 1 }
  const short = readShort(own, from, isTitle)
  const complete = short?.kind === 'short' && short.to < to - 1
  for (let last = index; last < clauses.length && !complete; last += 1) {
    if (last > index && clauses[last]!.apart) break
    const mention = readFull(text.slice(from, clauses[last]!.to), from)
    if (mention) return { mention, used: last - index + 1 }
  }
  const kind = looksLikeReference(own) ? 'unread' : 'prose'
  return { mention: short ?? { kind, from, to }, used: 1 }
}

/** „ebd.“ and „zit. n. ebd.“ */
function readBackward(clause: string, start: number): Mention | null {
  const lead = signalLength(clause)
  const ibid = /^(?:.*?zit\. n\. )?(ebd\.?|ebenda|ibid\.?)(?!\p{L})/iu.exec(clause.slice(lead))
  if (!ibid) return null
  const to = start + lead + ibid[0].length
  return { kind: 'ibid', from: to - ibid[1]!.length, to }
}

function readFull(run: string, start: number): Mention | null {
  const words = withoutStop(run)
  const idem = idemAt(words)
  const names = idem ?? readNames(words)
  const reference = names && readReference(names, words.slice(names.colon + 2))
  if (!reference) return null
  const place = { from: start + names.from, to: start + names.colon + 2 + reference.end }
  return idem
    ? { kind: 'idem', title: reference.title, reference, word: idem.word, ...place }
    : { kind: 'full', names, reference, ...place }
}

function readShort(
  clause: string,
  start: number,
  isTitle: (names: Names, title: string) => boolean,
): Mention | null {
  const words = withoutStop(clause)
  const idem = idemAt(words)
  const names = idem ?? readNames(words)
  if (!names) return null
  const title = shortTitle(words.slice(names.colon + 2))
  const place = { from: start + names.from, to: start + names.colon + 2 + title.length }
  if (idem) return { kind: 'idem', title, reference: null, word: idem.word, ...place }
  return isTitle(names, title) ? { kind: 'short', names, title, ...place } : null
}

/** „ders.: “ instead of names. */
function idemAt(words: string): (Names & { word: string }) | null {
  const from = signalLength(words)
  const [, word] = /^(ders|dies)\.: /iu.exec(words.slice(from)) ?? []
  return word ? { ...nobody, from, colon: from + word.length + 1, word: word.toLowerCase() } : null
}

const withoutStop = (words: string): string =>
  words.replace(/(?<!\b(?:u\. ?a|o\. ?J|n\. ?d|ff?))\.$/, '')

const nobody: Names = {
  from: 0,
  colon: 0,
  people: [],
  editors: false,
  interviewers: [],
  quotedPerson: null,
}

/** The title without the locator. */
function shortTitle(rest: string): string {
  return rest.split(/, (?=\d|TC |S\. |Kap\.|Abs\.|hier |Übers\.)|(?<=\p{L}{3}|[»›])\. /u)[0]!
}

const address = /(?:https?:\/\/|www\.|(?:doi:? ?|doi\.org\/)10\.)[^\s<>]+/gi
const aroundAddresses =
  /\b(?:vgl|siehe|s|auch|etwa|dazu|hierzu|unter|url|doi|online|web|link|website|webseite|verfügbar|abrufbar|abgerufen|aufgerufen|zugriff|zugegriffen|letzter|letzte|zuletzt|besucht|geprüft|eingesehen|stand|am|vom|im|accessed|see|retrieved|on|januar|februar|märz|april|mai|juni|juli|august|september|oktober|november|dezember|\d+)(?![\p{L}\p{N}])/giu

/** An address alone names no work: „Siehe https://…, abgerufen am 3. Mai 2021.“ */
const isAddressAlone = (words: string): boolean =>
  !/[\p{L}\p{N}]/u.test(words.replace(address, '').replace(aroundAddresses, ''))

function looksLikeReference(words: string): boolean {
  if (isAddressAlone(words)) return false
  return (
    /doi\.org|https?:|, in: |, S\. ?\d|a\. ?a\. ?O\./.test(words) ||
    /, \d+(?:[–-]\d+)?(?: ?ff?\.)?\.?$/.test(words) ||
    (/\b(?:1[5-9]|20)\d{2}\b|^(?:Vgl|Siehe)\b/i.test(words) && readNames(words) !== null)
  )
}
