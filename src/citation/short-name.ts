import { isAndOthers, NO_TITLE, type Work } from './csl.ts'
import { writeYear } from './dates.ts'

/** Signs of a title; what is longer ends with a word. */
const longest = 70

/** A work in a few words, for a list that leads to it: „Weber/Rella: Uhren, 2001“. */
export function shortName({ author, editor, title, issued }: Work): string {
  const names = (author ?? editor ?? []).map((name) =>
    isAndOthers(name) ? 'u. a.' : (name.literal ?? name.family ?? name.given ?? ''),
  )
  const shown = names.length > 3 ? [names[0]!, 'u. a.'] : names
  const by = shown.join('/').replace('/u. a.', ' u. a.')
  const words = [by && `${by}: `, shortened(plain(title ?? '') || NO_TITLE)].join('')
  const year = writeYear(issued)
  return year ? `${words}, ${year}` : words
}

/** Titles may be written with `<i>` and the like. */
const plain = (title: string): string => title.replace(/<\/?[a-z][^>]*>/g, '').trim()

const shortened = (title: string): string =>
  title.length <= longest ? title : `${title.slice(0, longest).replace(/\s+\S*$/, '')} …`
